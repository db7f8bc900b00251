import { nearestScopeId, type ScopeTree } from '../../estate/index.ts';
import { type Diagnostic, diagnostic, fold } from '../../kernel/index.ts';
import type { PolicyAssignment } from '../../policy/index.ts';

/**
 * Says of an assignment that it is neither at nor below the place of the definition or initiative that it assigns, which Azure refuses
 * (articles/governance/policy/concepts/scope.md#definition-location). Nothing is said where the estate does not show how the two are related.
 */
export function misplacedAssignment(
  { name, scope, definitionId }: PolicyAssignment,
  scopes: ScopeTree,
  file: string,
): Diagnostic[] {
  const location = nearestScopeId(definitionId);
  if (location === '/' || scope === '' || !isElsewhere(scope, location, scopes)) return [];
  return [diagnostic('LG6040', { name, scope, definition: definitionId }, file)];
}

/** Whether a place is certainly not above a scope: a subscription that is not in its chain, or a management group below the same top. */
function isElsewhere(scope: string, location: string, scopes: ScopeTree): boolean {
  const chain = scopes.chainOf(scope);
  if (chain.some(({ id }) => fold(id) === fold(location))) return false;
  if (/^\/subscriptions\//i.test(location)) return true;
  const top = chain.at(-1);
  return (
    top?.kind === 'managementGroup' && scopes.chainOf(location).some(({ id }) => fold(id) === fold(top.id))
  );
}
