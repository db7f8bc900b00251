import type { Command } from 'commander';
import { explain } from '../../assess/index.ts';
import { diagnostic, suggest } from '../../kernel/index.ts';
import { toEvaluationDetails } from '../../policy/index.ts';
import { grantText, jsonText, plainText } from '../../report/index.ts';
import { runCheck } from '../check-context.ts';
import type { CheckOptions } from '../check-session.ts';
import { exitCodes } from '../exit-code.ts';
import { printDiagnostics } from '../print-diagnostics.ts';
import type { Surroundings } from '../surroundings.ts';
import { UsageError } from '../usage-error.ts';
import { addCheckOptions } from './check.ts';

/** `landguard explain`: the evaluation tree behind a finding. */
export function explainCommand(
  program: Command,
  surroundings: Surroundings,
  finish: (exitCode: number) => void,
): void {
  addCheckOptions(program.command('explain').argument('<finding>', 'a fingerprint, or the beginning of one'))
    .description('print how a finding came to be, condition by condition')
    .option('--json', "print it in the shape of Azure's own evaluation details")
    .addHelpText(
      'after',
      `
landguard check --verbose prints the fingerprints. The check is made again, so give
the same paths and options as to check.

Examples:
  $ landguard explain 1f0c9a2b infra
  $ landguard explain 1f0c9a2b infra --json
`,
    )
    .action(async (finding: string, paths: string[], options: CheckOptions & { json?: boolean }) => {
      finish(await explainFinding(finding, paths, options, surroundings));
    });
}

async function explainFinding(
  wanted: string,
  paths: string[],
  options: CheckOptions & { json?: boolean },
  surroundings: Surroundings,
): Promise<number> {
  const { report, evaluations } = await runCheck(paths, options, surroundings);
  const matches = report.findings.filter((one) => one.fingerprint.startsWith(wanted.toLowerCase()));
  const count = new Set(matches.map((one) => one.fingerprint)).size;
  if (count > 1) throw new UsageError(`\`${wanted}\` is the beginning of ${count} fingerprints`);
  const [finding] = matches;
  const evaluation = finding === undefined ? undefined : evaluations.get(finding.fingerprint);
  const grant = report.grants?.find(({ fingerprint }) => fingerprint === finding?.fingerprint);
  if (grant !== undefined) {
    surroundings.stdout.write(options.json === true ? jsonText(grant) : grantText(grant));
    return exitCodes.clean;
  }
  if (finding === undefined || evaluation === undefined) {
    const suggestion = suggest(
      wanted,
      report.findings.map((one) => one.fingerprint),
      'landguard check --verbose prints the fingerprints',
    );
    const problems = report.diagnostics.filter((entry) => entry.level === 'error');
    printDiagnostics([...problems, diagnostic('LG5005', { finding: wanted, suggestion })], surroundings);
    return exitCodes.badInput;
  }
  const { stdout } = surroundings;
  if (options.json === true)
    stdout.write(`${JSON.stringify(toEvaluationDetails(evaluation.evaluation), null, 2)}\n`);
  else
    for (const line of explain(finding, evaluation).trimEnd().split('\n'))
      stdout.write(`${plainText(line)}\n`);
  return exitCodes.clean;
}
