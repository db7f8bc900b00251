import { type PatchedCode, patchHolds } from './patch-proof.ts';
import type { PropertyChange } from './property-change.ts';
import type { RemediationOptions } from './remediation-request.ts';
import type { CodeChanges } from './remediation-text.ts';
import { sourcePatch } from './source-patch.ts';
import { unifiedDiff } from './unified-diff.ts';

/** The changes of a resource in the code that it came from: a diff for each file, and the policy's answer to the edited code. */
export function codeChanges(
  changes: readonly PropertyChange[],
  code: Pick<PatchedCode, 'item' | 'template' | 'readLinked' | 'reread'>,
  options: RemediationOptions,
): CodeChanges {
  const { item } = code;
  const { places, edits } = sourcePatch(changes, item.resource.expanded.instance);
  const sources = [...new Set(edits.map(({ source }) => source))];
  const isWhole = places.every(({ isEdited }) => isEdited);
  return {
    places,
    diffs: sources.flatMap(
      (source) =>
        unifiedDiff(
          source,
          edits.filter((edit) => edit.source === source),
        ) ?? [],
    ),
    holds: isWhole ? patchHolds({ ...code, edits, changes }, options) : undefined,
  };
}
