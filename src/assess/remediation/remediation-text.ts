import { formatPath, formatPlace } from '../../kernel/index.ts';
import type { AzCommands } from './az-commands.ts';
import type { Proof, Remediation, RemediationTask } from './remediation.ts';
import { changeLines, withoutSecrets } from './shown-change.ts';
import type { SourceChange } from './source-patch.ts';

/** A remediation with everything that goes with it, as it is told. */
export interface RemediationReport {
  readonly policy: string;
  readonly resource: string;
  readonly type: string;
  readonly remediation: Remediation;
  readonly az: AzCommands;
  /** Where the resource came from code: the changes there. */
  readonly code: CodeChanges | undefined;
}

export interface CodeChanges {
  readonly places: readonly SourceChange[];
  readonly diffs: readonly string[];
  /** Whether the policy finds nothing in the edited code; `undefined` where that was not told. */
  readonly holds: boolean | undefined;
}

/** A remediation as lines of text: the change, the proof, the code and the commands. Secrets are not shown. */
export function remediationText({
  policy,
  resource,
  type,
  remediation,
  az,
  code,
}: RemediationReport): string[] {
  return [
    policy,
    `  resource  ${resource} (${type})`,
    '',
    ...bodyLines(remediation, az.commands.length > 0),
    ...(remediation.kind === 'unknown' || code === undefined ? [] : codeLines(code)),
    ...azLines(az),
  ];
}

/** What its task needs is told with the commands that make it. */
function bodyLines(remediation: Remediation, hasCommands: boolean): string[] {
  switch (remediation.kind) {
    case 'unknown':
      return [`unknown: ${remediation.reason}`];
    case 'change': {
      const { by, changes, proof, task, notes } = remediation;
      const head = by === 'policy' ? 'the policy changes' : 'change';
      return [
        head,
        ...changes.flatMap((change) => changeLines(change, formatPath(change.path)).map(indented)),
        ...noteLines(notes),
        ...proofLines(proof),
        ...(task === undefined || !hasCommands ? [] : taskLines(task)),
      ];
    }
    case 'related': {
      const { action, type, name, body, changes, proof, notes } = remediation;
      const what =
        action === 'create'
          ? JSON.stringify(withoutSecrets(body), null, 2).split('\n')
          : changes.flatMap((change) => changeLines(change, formatPath(change.path)));
      return [`${action} ${type} ${name}`, ...what.map(indented), ...noteLines(notes), ...proofLines(proof)];
    }
    case 'deployment': {
      const { resources, task, proof, notes } = remediation;
      return [
        'the policy deploys',
        ...resources.map((one) => `  + ${one.type} ${one.name}`),
        ...noteLines(notes),
        ...(proof === undefined ? [] : proofLines(proof)),
        ...(hasCommands ? taskLines(task) : []),
      ];
    }
    default:
      return remediation satisfies never;
  }
}

function indented(line: string): string {
  return `  ${line}`;
}

function noteLines(notes: readonly string[]): string[] {
  return notes.map((note) => `  note: ${note}`);
}

function proofLines({ before, after, evaluations }: Proof): string[] {
  const count = `${evaluations} evaluation${evaluations === 1 ? '' : 's'}`;
  return ['proof', ...before.map((text) => `  before  ${text}`), `  after   ${after} (${count})`];
}

function taskLines({ assignmentId, roles, principalId }: RemediationTask): string[] {
  return [
    'the identity of the assignment',
    `  assignment  ${assignmentId}`,
    `  principal   ${principalId ?? 'not known here'}`,
    ...roles.map(({ roleId, scope }) => `  needs role  ${roleId} at ${scope}`),
  ];
}

function codeLines({ places, diffs, holds }: CodeChanges): string[] {
  const told = places.flatMap(({ place, note, isEdited, change }) =>
    isEdited && note === undefined && diffs.length > 0
      ? []
      : [
          `  ${formatPlace(place)}  ${formatPath(change.path)}: ${note ?? 'change it here; the line is not shown, for it holds a secret'}`,
        ],
  );
  const proof = {
    true: ['  the edited code is compliant'],
    false: ['  the edited code is not compliant yet'],
  };
  return [
    'code',
    ...told,
    ...(holds === undefined || diffs.length === 0 ? [] : proof[`${holds}`]),
    ...diffs.flatMap((diff) => diff.split('\n')),
  ];
}

function azLines({ commands, missing }: AzCommands): string[] {
  const lines = [...commands, ...missing.map((text) => `# ${text}`)];
  return lines.length === 0 ? [] : ['run', ...lines.map(indented)];
}
