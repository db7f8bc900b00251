import { type EstateScope, nearestScopeId, type ScopeTree } from '../../estate/index.ts';
import { fold, isObject, sameName, type ValueObject } from '../../kernel/index.ts';

/** The scopes whose assignments hold at a scope or resource. */
export interface ScopeChain {
  /** Folded ids, nearest first: the scope itself, what it is in, management groups, and the tenant (`/`) last. */
  readonly keys: readonly string[];
  /** Whether the management groups above are known. */
  readonly isWhole: boolean;
}

/**
 * The scopes above a scope, itself included: assignments are inherited by what is below
 * (articles/role-based-access-control/scope-overview.md). A scope above within one subscription is a part of the id; management groups come from the tree.
 */
export function scopeChain(id: string, scopes: ScopeTree): ScopeChain {
  const scope = scopeKey(id);
  const nearest = scopeKey(nearestScopeId(scope));
  const keys: string[] = [];
  for (let end = scope.length; end > nearest.length; end = scope.lastIndexOf('/', end - 1))
    keys.push(scope.slice(0, end));
  const above = nearest === '/' ? [] : scopes.chainOf(nearest);
  for (const one of above) keys.push(scopeKey(one.id));
  if (keys.at(-1) !== '/') keys.push('/');
  return { keys, isWhole: nearest === '/' || endsAtRoot(above) };
}

/** Whether the last of these is known to be the root: it states that nothing is above it, or a scope below states all that are. */
function endsAtRoot(above: readonly EstateScope[]): boolean {
  const top = above.at(-1);
  if (top?.kind !== 'managementGroup') return false;
  const properties = top.body?.properties;
  if (isObject(properties) && statesParent(properties, top.name)) return true;
  return above.some(({ body }) => {
    const stated = isObject(body?.properties) ? body.properties : {};
    const details = isObject(stated.details) ? stated.details : {};
    const chain = stated.managementGroupAncestorsChain ?? details.managementGroupAncestorsChain;
    const last = Array.isArray(chain) ? chain.at(-1) : undefined;
    return isObject(last) && typeof last.name === 'string' && sameName(last.name, top.name);
  });
}

/** A description with details has the parent, where there is one; the root group is called like the tenant. */
function statesParent(properties: ValueObject, name: string): boolean {
  if (isObject(properties.details) || properties.parent !== undefined) return true;
  return typeof properties.tenantId === 'string' && sameName(properties.tenantId, name);
}

/** A scope's id for comparing: folded, without a `/` at its end. */
export function scopeKey(id: string): string {
  const folded = fold(id.trim());
  const whole = folded.startsWith('/') ? folded : `/${folded}`;
  return whole.length > 1 && whole.endsWith('/') ? whole.slice(0, -1) : whole;
}
