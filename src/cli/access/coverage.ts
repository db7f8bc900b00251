import {
  type CoverageReport,
  conditionalAccessPolicyName,
  coverageReport,
  type Gap,
  type GapAnswer,
} from '../../access/index.ts';
import { type AccessCommand, accessExitCodes } from './access-command.ts';
import type { AccessOptions } from './open-access.ts';
import { openTenant } from './open-tenant.ts';
import { section } from './tell-lines.ts';
import { policyJson } from './what-if.ts';

interface Options extends AccessOptions {
  readonly emergency?: string[];
  readonly reportOnly?: boolean;
  readonly legacyExclusions?: boolean;
}

/** `landguard access conditional-access coverage`. */
export const coverageCommand: AccessCommand<Options> = {
  name: 'coverage',
  arguments: [],
  description: 'say which sign-ins the policies leave open, over all that could be',
  addOptions: (command) =>
    command
      .option(
        '--emergency <id>',
        'the object id of an account for emergencies; may be repeated',
        (value: string, previous: string[] = []) => [...previous, value],
      )
      .option('--report-only', 'count the policies that only report as if they were enforced')
      .option('--legacy-exclusions', 'as resource exclusions counted before the change of 2026'),
  examples: ['conditional-access coverage', 'conditional-access coverage --report-only --json'],
  exitCodes: '0 answered, 2 bad usage or input, 3 not known: no policies were exported.',
  answer: (_, { emergency, reportOnly, legacyExclusions }, opened) => {
    const { reading } = openTenant(opened);
    if (!reading.hasPolicies)
      return {
        json: null,
        lines: ['not known: there are no policies to look at'],
        exitCode: accessExitCodes.open,
      };
    const report = coverageReport(reading.tenant, {
      emergencyAccounts: emergency,
      withReportOnly: reportOnly === true,
      baselineScopes: legacyExclusions === true ? 'legacy' : 'enforced',
    });
    return { json: coverageJson(report), lines: tell(report) };
  },
};

function tell(report: CoverageReport): string[] {
  const { size, emergencyAccess, contradictions, redundant, exclusions, resourceExclusions, notUnderstood } =
    report;
  const names = (policies: CoverageReport['redundant']) => policies.map(conditionalAccessPolicyName);
  return [
    `${size.policies} policies over ${size.signIns} kinds of sign-ins`,
    ...tellGaps('sign-ins without multifactor authentication', report.withoutMfa),
    ...tellGaps('administrators without phishing resistance', report.administratorsWithoutPhishingResistance),
    ...tellGaps('legacy authentication that is not blocked', report.legacyAuthentication),
    ...tellGaps('device-code flow that is not blocked', report.deviceCodeFlow),
    ...section('emergency access', [
      `${emergencyWords[emergencyAccess.count]}: ${emergencyAccess.accounts.join(', ') || 'no account'}`,
      ...emergencyAccess.subjectTo.map(
        ({ account, policies }) => `${account} is subject to ${names(policies).join(', ')}`,
      ),
    ]),
    ...section(
      'contradictions',
      contradictions.map((one) =>
        one.kind === 'neverApplies'
          ? `${conditionalAccessPolicyName(one.policy)} never applies: nothing matches its ${one.condition}`
          : `${conditionalAccessPolicyName(one.policy)} can never be satisfied: it blocks in effect`,
      ),
    ),
    ...section('redundant', names(redundant)),
    ...section(
      'excluded',
      exclusions.map(
        ({ kind, id, users, escapes }) =>
          `${kind} ${id} (${users} users) escapes ${names(escapes).join(', ') || 'nothing that another policy does not ask'}`,
      ),
    ),
    ...section('for all resources but some, which the change of 2026 is about', names(resourceExclusions)),
    ...section('not understood', names(notUnderstood)),
  ];
}

const emergencyWords: Readonly<Record<CoverageReport['emergencyAccess']['count'], string>> = {
  none: 'nobody is left out of every policy, so that a mistake may lock everybody out',
  one: 'only one account, where two are recommended',
  tooMany: 'more accounts than emergencies need',
  enough: 'enough accounts',
};

const gapsShownMax = 10;

function tellGaps(title: string, { gaps, isComplete }: GapAnswer): string[] {
  const none = isComplete ? 'none' : 'none was found, but not everything was looked at';
  const more = gaps.length > gapsShownMax ? [`and ${gaps.length - gapsShownMax} more`] : [];
  return section(title, gaps.length === 0 ? [none] : [...gaps.slice(0, gapsShownMax).map(tellGap), ...more]);
}

function tellGap({ users, unusual, certainty }: Gap): string {
  const { names, count } = users;
  const who = `${names.join(', ')}${count > names.length ? ` and ${count - names.length} more` : ''}`;
  const how = unusual.length === 0 ? 'any sign-in' : unusual.join(', ');
  return `${certainty === 'possible' ? '? ' : ''}${who}: ${how}`;
}

function coverageJson(report: CoverageReport): object {
  return JSON.parse(
    JSON.stringify(report, (_, value: unknown) => {
      if (typeof value === 'bigint') return value.toString();
      return isPolicy(value) ? policyJson(value) : value;
    }),
  ) as object;
}

function isPolicy(value: unknown): value is CoverageReport['redundant'][number] {
  return typeof value === 'object' && value !== null && 'unread' in value && 'sessionControls' in value;
}
