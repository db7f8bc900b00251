import { type Diagnostic, diagnostic, type Source } from '../../kernel/index.ts';

/**
 * What is to be said of a `conditionVersion`; nothing of 2.0, which also holds where none is given
 * (articles/role-based-access-control/conditions-role-assignments-rest.md). Azure refuses 1.0 on role assignments
 * (conditions-troubleshoot.md), but a built-in role has it; no page says that it means anything else.
 */
export function conditionVersionProblem(
  version: string | null | undefined,
  source: Source,
): Diagnostic | undefined {
  if (version === undefined || version === null || version === '2.0') return undefined;
  const place = { source, start: 0, end: source.text.length };
  return version === '1.0' ? diagnostic('LG8007', {}, place) : diagnostic('LG8006', { version }, place);
}
