import {
  conditionalAccessPolicyName,
  conditionalAccessPolicyObjects,
  type Replay,
  readConditionalAccessPolicy,
  readSignInRecords,
  replaySignIns,
} from '../../access/index.ts';
import { printDiagnostics } from '../print-diagnostics.ts';
import type { AccessCommand } from './access-command.ts';
import type { AccessOptions, OpenedAccess } from './open-access.ts';
import { openTenant } from './open-tenant.ts';
import { readJsonFile } from './read-json-file.ts';
import { section } from './tell-lines.ts';
import { policyJson } from './what-if.ts';
import { countOption } from './who-can.ts';

interface Options extends AccessOptions {
  readonly proposed?: string[];
  readonly reportOnly?: boolean;
  readonly limit: string;
}

/** `landguard access conditional-access replay`. */
export const replayCommand: AccessCommand<Options> = {
  name: 'replay',
  arguments: [['<log>', 'sign-ins of Microsoft Graph: GET /auditLogs/signIns']],
  description: 'replay a sign-in log against policies: who would be blocked or prompted',
  addOptions: (command) =>
    command
      .option(
        '--proposed <file>',
        'policies instead of those of the estate; may be repeated',
        (value: string, previous: string[] = []) => [...previous, value],
      )
      .option('--report-only', 'count the policies that only report as if they were enforced')
      .option('--limit <number>', 'name so many sign-ins; all are counted', '20'),
  examples: ['conditional-access replay sign-ins.json --proposed require-compliant-device.json'],
  answer: ([log = ''], { proposed, reportOnly, limit }, opened) => {
    const { reading, evaluation } = openTenant(opened);
    const { records, diagnostics } = readSignInRecords(readJsonFile(log, opened.surroundings), log);
    printDiagnostics(diagnostics, opened.surroundings);
    const policies = proposed === undefined ? reading.tenant.policies : proposedPolicies(proposed, opened);
    const replay = replaySignIns(records, policies, evaluation, {
      personaOf: personas(opened),
      withReportOnly: reportOnly === true,
    });
    return { json: replayJson(replay), lines: tell(replay, countOption('--limit', limit)) };
  },
};

function proposedPolicies(files: readonly string[], { surroundings }: OpenedAccess) {
  const readings = files.flatMap((file) =>
    readJsonFile(file, surroundings)
      .flatMap(conditionalAccessPolicyObjects)
      .map((body) => readConditionalAccessPolicy(body, file)),
  );
  printDiagnostics(
    readings.flatMap(({ diagnostics }) => diagnostics),
    surroundings,
  );
  return readings.flatMap(({ policy }) => policy ?? []);
}

/** People are told apart by what they are: administrators, guests and members. */
function personas({ model }: OpenedAccess): (userId: string) => string {
  return (userId) => {
    const position = model.principals.positionOf(userId);
    if (position === undefined) return 'not in the directory export';
    const groups = [...model.membership.groupsOf(position).keys()];
    if (groups.some((one) => model.directory.of(one).length > 0)) return 'administrators';
    return model.principals.at(position).isExternal === true ? 'guests' : 'members';
  };
}

function tell({ signIns, counts, failedBefore, friction }: Replay, limit: number): string[] {
  const changed = signIns.filter(({ verdict }) => verdict !== 'unchanged');
  return [
    `${signIns.length} sign-ins: ${counts.blocked} would be blocked, ${counts.prompted} prompted, ${counts.unchanged} unchanged, ${counts.undecided} undecided (${failedBefore} had failed before)`,
    ...section(
      'personas',
      friction.map(
        ({ persona, users, blockedUsers, promptsPerUserAndDay }) =>
          `${persona}: ${users} users, ${blockedUsers} of them blocked, ${promptsPerUserAndDay.toFixed(2)} more prompts a user and day`,
      ),
    ),
    ...section('sign-ins', [
      ...changed
        .slice(0, limit)
        .map(
          ({ record, verdict, policies }) =>
            `${verdict}  ${record.createdDateTime} ${record.userId}: ${policies.map(conditionalAccessPolicyName).join(', ')}`,
        ),
      ...(changed.length > limit ? [`and ${changed.length - limit} more`] : []),
    ]),
  ];
}

function replayJson({ signIns, counts, failedBefore, friction }: Replay): object {
  return {
    counts,
    failedBefore,
    friction,
    signIns: signIns.map(({ record, verdict, policies }) => ({
      id: record.id,
      createdDateTime: record.createdDateTime,
      userId: record.userId,
      verdict,
      policies: policies.map(policyJson),
    })),
  };
}
