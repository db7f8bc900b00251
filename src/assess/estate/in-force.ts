import type { EstateScope, ScopeTree } from '../../estate/index.ts';
import { fold } from '../../kernel/index.ts';
import { type AssignedPolicy, isWithinScope } from '../../policy/index.ts';

/** The policies in force at one place of the hierarchy: the same list for every resource there. */
export interface PoliciesInForce {
  /** Positions in the list of all assigned policies. */
  readonly policies: readonly number[];
  /** The scopes that the resource is in, nearest first. */
  readonly chain: readonly EstateScope[];
}

/**
 * Finds which assigned policies are in force where (articles/governance/policy/concepts/scope.md): an assignment is inherited by everything below its scope, but for its
 * notScopes. Places with the same policies share one list, so that each list is compiled once.
 */
export class InForce {
  readonly #assigned: readonly AssignedPolicy[];
  readonly #scopes: ScopeTree;
  readonly #byScope = new Map<string, PoliciesInForce>();
  readonly #lists = new Map<string, readonly number[]>();
  /** Assignments to single resources and exclusions of them, which the hierarchy does not show. */
  readonly #assignedResources: readonly ResourceRule[];
  readonly #excludedResources: readonly ResourceRule[];

  constructor(assigned: readonly AssignedPolicy[], scopes: ScopeTree) {
    this.#assigned = assigned;
    this.#scopes = scopes;
    this.#assignedResources = assigned.flatMap(({ assignment }, position) =>
      isResource(assignment.scope) ? [{ id: assignment.scope, position }] : [],
    );
    this.#excludedResources = assigned.flatMap(({ assignment }, position) =>
      assignment.notScopes.filter(isResource).map((id) => ({ id, position })),
    );
  }

  /** The policies in force for a resource. */
  at(resourceId: string): PoliciesInForce {
    const chain = this.#scopes.chainOf(resourceId);
    const nearest = fold(chain[0]?.id ?? '/');
    let found = this.#byScope.get(nearest);
    if (found === undefined) {
      found = { policies: this.#shared(this.#inherited(chain)), chain };
      this.#byScope.set(nearest, found);
    }
    const rules = this.#assignedResources.length + this.#excludedResources.length;
    return rules === 0 ? found : this.#forResource(found, resourceId);
  }

  #inherited(chain: readonly EstateScope[]): number[] {
    const scopes = new Set(chain.map((scope) => fold(scope.id)));
    const positions: number[] = [];
    for (const [position, { assignment }] of this.#assigned.entries()) {
      if (!isInherited(assignment.scope, scopes)) continue;
      if (isOneOf(assignment.notScopes, scopes)) continue;
      positions.push(position);
    }
    return positions;
  }

  #forResource(found: PoliciesInForce, resourceId: string): PoliciesInForce {
    const positionsOf = (rules: readonly ResourceRule[]) =>
      rules.filter(({ id }) => isWithinScope(resourceId, id)).map(({ position }) => position);
    const added = positionsOf(this.#assignedResources).filter((one) => !this.#isExcluded(one, found.chain));
    const excluded = positionsOf(this.#excludedResources);
    if (added.length + excluded.length === 0) return found;
    const policies = [...found.policies, ...added].filter((position) => !excluded.includes(position));
    return { ...found, policies: this.#shared(policies) };
  }

  #isExcluded(position: number, chain: readonly EstateScope[]): boolean {
    const scopes = new Set(chain.map((scope) => fold(scope.id)));
    return isOneOf(this.#assigned[position]!.assignment.notScopes, scopes);
  }

  #shared(positions: readonly number[]): readonly number[] {
    const key = positions.join();
    const known = this.#lists.get(key);
    if (known !== undefined) return known;
    this.#lists.set(key, positions);
    return positions;
  }
}

interface ResourceRule {
  readonly id: string;
  readonly position: number;
}

function isOneOf(notScopes: readonly string[], scopes: ReadonlySet<string>): boolean {
  return notScopes.some((scope) => scopes.has(fold(scope.replace(/\/+$/, ''))));
}

/** An assignment without a scope is one that the user asked for: it is for everything. */
function isInherited(scope: string, chain: ReadonlySet<string>): boolean {
  const folded = fold(scope.replace(/\/+$/, ''));
  return folded === '' || chain.has(folded);
}

function isResource(scope: string): boolean {
  return /\/providers\/(?!Microsoft\.Management\/managementGroups\/[^/]+$)/i.test(scope);
}
