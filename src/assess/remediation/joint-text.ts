import { formatPath } from '../../kernel/index.ts';
import type { AzCommands } from './az-commands.ts';
import type { JointRemediation } from './joint-remediation.ts';
import { changeLines } from './shown-change.ts';

/** One change for several policies, as it is told. */
export interface JointReport {
  /** The names of the policies, by position. */
  readonly policies: readonly string[];
  readonly result: JointRemediation;
  readonly az: AzCommands;
}

/** One change for several policies as lines of text, with the policies that do not go together by name. */
export function jointText({ policies, result, az }: JointReport): string[] {
  const { changes, satisfied, contradictions, unsolved, evaluations } = result;
  return [
    '',
    `one change for ${satisfied.length} of ${policies.length} policies (${evaluations} evaluations)`,
    ...changes.flatMap((change) => changeLines(change, formatPath(change.path)).map((line) => `  ${line}`)),
    ...contradictions.map(
      ({ position, against }) =>
        `  contradiction: ${policies[position]} does not go with ${against === undefined ? 'the others' : policies[against]}`,
    ),
    ...unsolved.map((position) => `  nothing is proved for: ${policies[position]}`),
    ...[...az.commands, ...az.missing.map((text) => `# ${text}`)].map((line) => `  ${line}`),
  ];
}
