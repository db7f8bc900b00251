import type { TextEdit } from '../../kernel/index.ts';
import { codeChanges } from './code-changes.ts';
import type { PatchedCode } from './patch-proof.ts';
import type { Remediation } from './remediation.ts';
import { remediationOf } from './remediation-of.ts';
import type { RemediationOptions } from './remediation-request.ts';
import type { CodeChanges } from './remediation-text.ts';
import { sourcePatch } from './source-patch.ts';

/** How a finding is put right in the code that it came from. */
export interface CodeFix {
  readonly remediation: Remediation;
  /** As it is told; `undefined` where nothing of the resource itself changes. */
  readonly code: CodeChanges | undefined;
  /** Edits that were proved to be enough by checking the edited code; none where they were not. */
  readonly edits: readonly TextEdit[];
}

/** Finds the smallest change that puts a finding right, and makes it in the code. */
export function codeFix(
  code: Pick<PatchedCode, 'item' | 'template' | 'readLinked' | 'reread'>,
  options: Pick<RemediationOptions, 'resolver'>,
): CodeFix {
  const { evaluation, assigned, resource } = code.item;
  const ownOptions = { ...options, context: resource.context };
  const remediation = remediationOf(evaluation, assigned, ownOptions);
  if (remediation.kind !== 'change' || remediation.changes.length === 0)
    return { remediation, code: undefined, edits: [] };
  const changes = codeChanges(remediation.changes, code, ownOptions);
  const { edits } = sourcePatch(remediation.changes, resource.expanded.instance);
  return { remediation, code: changes, edits: changes.holds === true ? edits : [] };
}
