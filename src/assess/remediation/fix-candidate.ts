import {
  type Finding,
  redacted,
  Source,
  type TextEdit,
  textOfValue,
  type Value,
} from '../../kernel/index.ts';
import type { AliasTable, AssignedPolicy } from '../../policy/index.ts';
import type { DeploymentEvaluation } from '../evaluate-deployment.ts';
import { applyEdits } from './apply-edits.ts';
import { jointRemediation } from './joint-remediation.ts';
import { personalChoice } from './personal-choice.ts';
import type { PropertyChange } from './property-change.ts';
import type { Remediation } from './remediation.ts';
import { remediationOf } from './remediation-of.ts';
import { withoutSecrets } from './shown-change.ts';
import { sourcePatch } from './source-patch.ts';
import { differenceOf } from './unified-diff.ts';

/** Edits that may put a finding right, or why there are none: half a sentence. */
export type FixCandidate = { readonly edits: readonly TextEdit[] } | { readonly reason: string };

/**
 * The edits for a finding that need nobody to think: every value is known and proved, written as a plain literal, and no secret. The policies of `kept` stay complied
 * with, which those that an earlier attempt broke are.
 */
export function fixCandidate(
  finding: Finding,
  item: DeploymentEvaluation,
  aliases: AliasTable,
  kept: readonly AssignedPolicy[],
): FixCandidate {
  if (finding.verdict === 'unknown') return { reason: undecided(finding) };
  const changes = changesFor(item, aliases, kept);
  if ('reason' in changes) return changes;
  const noted = changes.find(({ note }) => note !== undefined);
  if (noted !== undefined) return { reason: `it needs a person: ${noted.note}` };
  const choice = changes.map(({ path }) => personalChoice(path)).find((one) => one !== undefined);
  if (choice !== undefined) return { reason: `it needs a person: ${choice}` };
  const isSecret = changes.some(
    ({ path, before, after }) => holdsSecret(before, path) || holdsSecret(after, path),
  );
  if (isSecret) return { reason: secretReason };
  const { places, edits } = sourcePatch(changes, item.resource.expanded.instance);
  const open = places.find(({ isEdited }) => !isEdited);
  if (open !== undefined) return { reason: `it needs a person: ${open.note}` };
  if (edits.length === 0) return { reason: 'nothing in the code would change' };
  return isShown(edits) ? { edits } : { reason: secretReason };
}

const secretReason = 'it needs a person: the line holds a secret';

function undecided({ unknownBecause }: Finding): string {
  return `it is undecided: ${unknownBecause.length === 0 ? 'a value is not known' : unknownBecause.join('; ')}`;
}

function changesFor(
  { evaluation, assigned, resource }: DeploymentEvaluation,
  aliases: AliasTable,
  kept: readonly AssignedPolicy[],
): readonly PropertyChange[] | { readonly reason: string } {
  const options = { resolver: { aliases }, context: resource.context };
  if (kept.length === 0) {
    const remediation = remediationOf(evaluation, assigned, options);
    return remediation.kind === 'change' ? remediation.changes : { reason: whyNone(remediation) };
  }
  const joint = jointRemediation([{ evaluation, assigned, options }], kept);
  return joint.satisfied.length > 0
    ? joint.changes
    : {
        reason: `no change was found that keeps to ${kept.map(({ policy }) => `\`${policy.definition.displayName}\``).join(', ')} too`,
      };
}

function whyNone(remediation: Exclude<Remediation, { kind: 'change' }>): string {
  switch (remediation.kind) {
    case 'unknown':
      return `no change was proved: ${remediation.reason}`;
    case 'related':
      return `it needs a person: ${remediation.action} ${remediation.type} ${remediation.name}`;
    case 'deployment':
      return 'the policy deploys what is missing itself';
    default:
      return remediation satisfies never;
  }
}

function holdsSecret(value: Value | undefined, path: PropertyChange['path']): boolean {
  return value !== undefined && textOfValue(withoutSecrets(value, path)).includes(redacted);
}

/** A difference that must not be shown is not made behind anybody's back either. */
function isShown(edits: readonly TextEdit[]): boolean {
  const sources = new Map(edits.map(({ source }) => [source.path, source]));
  const texts = applyEdits(edits);
  return [...sources].every(
    ([path, source]) => differenceOf(source, new Source(path, texts.get(path) ?? source.text)) !== undefined,
  );
}
