import { join } from 'node:path';
import type { Command } from 'commander';
import {
  assignmentIdentity,
  azCommands,
  type CheckedTemplate,
  changeCommands,
  codeChanges,
  type EstateFailure,
  failuresOfResource,
  fingerprintOf,
  type JointReport,
  jointRemediation,
  jointText,
  type ReadTemplate,
  type RemediationReport,
  type RemediationRequest,
  remediationJson,
  remediationOf,
  remediationText,
  shownName,
} from '../../assess/index.ts';
import type { Estate } from '../../estate/index.ts';
import { openEstateFolder } from '../../estate-files/index.ts';
import { defaultLimits, diagnostic, fold, suggest } from '../../kernel/index.ts';
import { loadAliases, loadCapabilities } from '../../library/index.ts';
import { plainText } from '../../report/index.ts';
import { linkedTemplateReader } from '../../workspace/index.ts';
import { type CheckOptions, type CheckSession, openCheckSession } from '../check-session.ts';
import { policiesOfEstate } from '../estate-policies.ts';
import { exitCodes } from '../exit-code.ts';
import { packageFolder } from '../package-folder.ts';
import { printDiagnostics } from '../print-diagnostics.ts';
import type { Surroundings } from '../surroundings.ts';
import { UsageError } from '../usage-error.ts';
import { addCheckOptions } from './check.ts';

interface Options extends CheckOptions {
  readonly architecture?: string;
  readonly all?: boolean;
  readonly json?: boolean;
}

/** `landguard remediate`: the smallest change that puts a finding right, proved. */
export function remediateCommand(
  program: Command,
  surroundings: Surroundings,
  finish: (exitCode: number) => void,
): void {
  addCheckOptions(
    program.command('remediate').argument('<finding>', 'a fingerprint, or the beginning of one'),
  )
    .description('print the smallest change that puts a finding right, with its proof')
    .option('--architecture <library>', "with --estate: the assignments of a library's architecture")
    .option('--all', 'one change for everything that fails on the resource')
    .option('--json', 'print it as JSON')
    .addHelpText(
      'after',
      `
With --estate and no paths the finding is one of landguard assess, otherwise one of landguard check.
Both are made again, so give the same options to them. Nothing is changed: the commands are for
you to run.

Examples:
  $ landguard remediate 1f0c9a2b infra
  $ landguard remediate 1f0c9a2b --estate estate
  $ landguard remediate 1f0c9a2b --estate estate --all --json
`,
    )
    .action(async (finding: string, paths: string[], options: Options) => {
      const isEstate = options.estate !== undefined && paths.length === 0;
      const found = isEstate
        ? await inEstate(fold(finding), options.estate, options, surroundings)
        : await inCode(fold(finding), paths, options, surroundings);
      finish(found === undefined ? exitCodes.badInput : print(found, options, surroundings));
    });
}

interface Found {
  readonly fingerprint: string;
  readonly report: RemediationReport;
  readonly joint: JointReport | undefined;
}

async function inEstate(
  wanted: string,
  folder: string,
  options: Options,
  surroundings: Surroundings,
): Promise<Found | undefined> {
  const now = surroundings.now().toISOString();
  const { estate, diagnostics } = await openEstateFolder(folder, {
    workingFolder: surroundings.workingFolder,
    now,
  });
  const policies = policiesOfEstate(estate, options, surroundings);
  const facts = join(packageFolder(), 'facts');
  const { assigned } = policies;
  const input = { estate, assigned, aliases: loadAliases(facts), types: loadCapabilities(facts), now };
  const { matches, ofResource } = await failuresOfResource(input, wanted);
  const errors = [...diagnostics, ...policies.diagnostics].filter(({ level }) => level === 'error');
  printDiagnostics(errors, surroundings);
  if (matches.length > 1)
    throw new UsageError(`\`${wanted}\` is the beginning of ${matches.length} fingerprints`);
  const [failure] = matches;
  if (failure === undefined) return missing(wanted, [], 'landguard assess --verbose', surroundings);
  const request = requestOf(failure, estate);
  const { subject } = failure.assessed;
  const remediation = remediationOf(request.evaluation, request.assigned, request.options);
  const failing = ofResource
    .filter(({ state }) => state === 'nonCompliant')
    .map((one) => requestOf(one, estate));
  const kept = failure.assessed.pairs.flatMap(({ position, state }) =>
    state === 'compliant' ? [assigned[position]!] : [],
  );
  return {
    fingerprint: fingerprintOf(failure),
    report: {
      policy: nameOf(request),
      resource: failure.resource.id,
      type: failure.resource.type,
      remediation,
      az: azCommands(remediation, subject),
      code: undefined,
    },
    joint: options.all === true ? jointOf(failing, kept) : undefined,
  };
}

function requestOf({ assigned, assessed, explain }: EstateFailure, estate: Estate): RemediationRequest {
  const principalId = assignmentIdentity(assigned.assignment.id, estate);
  return { evaluation: explain(), assigned, options: { ...assessed.options, principalId } };
}

async function inCode(
  wanted: string,
  paths: string[],
  options: Options,
  surroundings: Surroundings,
): Promise<Found | undefined> {
  const session = await openCheckSession(options, surroundings);
  const found = session.find(paths);
  const { report, evaluations, expansions } = session.check(found);
  const matches = [...new Set(report.findings.map(({ fingerprint }) => fingerprint))].filter((one) =>
    one.startsWith(wanted),
  );
  if (matches.length > 1)
    throw new UsageError(`\`${wanted}\` is the beginning of ${matches.length} fingerprints`);
  const item = matches[0] === undefined ? undefined : evaluations.get(matches[0]);
  if (matches[0] === undefined || item === undefined) {
    printDiagnostics(
      report.diagnostics.filter(({ level }) => level === 'error'),
      surroundings,
    );
    const known = report.findings.map(({ fingerprint }) => fingerprint);
    return missing(wanted, known, 'landguard check --verbose', surroundings);
  }
  const { assigned, evaluation, resource } = item;
  const { aliases } = session.basis;
  const requests = [...evaluations.values()]
    .filter((one) => one.resource.expanded.instance === resource.expanded.instance)
    .filter((one) => one.evaluation.verdict === 'non-compliant')
    .map((one) => ({
      evaluation: one.evaluation,
      assigned: one.assigned,
      options: { resolver: { aliases }, context: one.resource.context },
    }));
  const remediationOptions = { resolver: { aliases }, context: resource.context };
  const remediation = remediationOf(evaluation, assigned, remediationOptions);
  const template = expansions.find(({ expansion }) =>
    expansion.resources.includes(resource.expanded),
  )?.template;
  const changes = remediation.kind === 'change' ? remediation.changes : [];
  return {
    fingerprint: matches[0],
    report: {
      policy: nameOf(item),
      resource: shownName(resource.displayName),
      type: resource.subject.type,
      remediation,
      // What came from code is changed there: a command would be undone by the next deployment.
      az: { commands: [], missing: [] },
      code:
        template === undefined || changes.length === 0
          ? undefined
          : codeChanges(
              changes,
              { item, template, reread: rereading(template, session, paths, surroundings) },
              remediationOptions,
            ),
    },
    joint: options.all === true ? jointOf(requests, []) : undefined,
  };
}

/** Reads a template again with texts that are not written. */
function rereading(
  { document, parameterFile }: CheckedTemplate,
  session: CheckSession,
  paths: readonly string[],
  { workingFolder }: Surroundings,
): (texts: ReadonlyMap<string, string>) => ReadTemplate | undefined {
  return (texts) => {
    const found = session.find(paths, texts);
    const template = found.templates.find(
      (one) => one.document.source.path === document.source.path && one.parameterFile === parameterFile,
    );
    const readLinked = linkedTemplateReader(workingFolder, found.paths, defaultLimits, texts);
    return template === undefined ? undefined : { template, readLinked };
  };
}

function nameOf({ assigned }: Pick<RemediationRequest, 'assigned'>): string {
  const { definition } = assigned.policy;
  return definition.displayName || definition.name;
}

/** What is about the properties of the resource can be put right together; existence effects are about other resources. */
function jointOf(
  requests: readonly RemediationRequest[],
  kept: readonly RemediationRequest['assigned'][],
): JointReport | undefined {
  const isOfProperties = ({ policy }: RemediationRequest['assigned']) =>
    policy.effect.kind === 'condition' || policy.effect.kind === 'alter';
  const own = requests.filter(({ assigned }) => isOfProperties(assigned));
  if (own.length === 0) return undefined;
  const result = jointRemediation(own, kept.filter(isOfProperties));
  const { subject } = own[0]!.evaluation;
  return { policies: own.map(nameOf), result, az: changeCommands(result.changes, subject) };
}

function missing(
  finding: string,
  known: readonly string[],
  where: string,
  surroundings: Surroundings,
): undefined {
  const suggestion = suggest(finding, [...known], `${where} prints the fingerprints`);
  printDiagnostics([diagnostic('LG5005', { finding, suggestion })], surroundings);
}

function print({ fingerprint, report, joint }: Found, { json }: Options, { stdout }: Surroundings): number {
  if (json === true) {
    stdout.write(`${JSON.stringify(remediationJson(fingerprint, report, joint), null, 2)}\n`);
    return exitCodes.clean;
  }
  // A tab in a diff is part of the line.
  for (const line of [...remediationText(report), ...(joint === undefined ? [] : jointText(joint))])
    stdout.write(`${line.split('\t').map(plainText).join('\t')}\n`);
  return exitCodes.clean;
}
