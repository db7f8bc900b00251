import { fold, parseResourceId, type ValueObject } from '../kernel/index.ts';

export type EstateScopeKind = 'tenant' | 'managementGroup' | 'subscription' | 'resourceGroup';

/** A scope that resources and assignments live in. */
export interface EstateScope {
  readonly id: string;
  readonly kind: EstateScopeKind;
  /** The last segment of the id: the group's name, the subscription's id. */
  readonly name: string;
  readonly displayName: string;
  /** The id of the scope above; `undefined` where the source does not say. */
  readonly parentId: string | undefined;
  /** The Azure resource itself, where the source has it: tags, location, properties. */
  readonly body: ValueObject | undefined;
}

/** The management groups, subscriptions and resource groups of an estate. Ids are compared without case. */
export class ScopeTree {
  readonly #scopes = new Map<string, EstateScope>();
  readonly #chains = new Map<string, readonly EstateScope[]>();
  /** Scopes whose chain of parents runs in a circle; the circle is cut where it closes. */
  readonly cyclic: EstateScope[] = [];

  constructor(scopes: Iterable<EstateScope>) {
    for (const scope of scopes) this.#scopes.set(fold(scope.id), scope);
  }

  get all(): Iterable<EstateScope> {
    return this.#scopes.values();
  }

  get(id: string): EstateScope | undefined {
    return this.#scopes.get(fold(id));
  }

  /**
   * The scopes that a scope or resource is in, nearest first, itself included when it is a scope: resource group, subscription, management groups. Scopes that
   * the estate does not name are made from the id.
   */
  chainOf(id: string): readonly EstateScope[] {
    const nearest = nearestScopeId(id);
    const key = fold(nearest);
    let chain = this.#chains.get(key);
    if (chain === undefined) {
      chain = this.#walk(nearest);
      this.#chains.set(key, chain);
    }
    return chain;
  }

  #walk(start: string): EstateScope[] {
    const chain: EstateScope[] = [];
    const seen = new Set<string>();
    for (let id: string | undefined = start; id !== undefined; ) {
      if (seen.has(fold(id))) {
        this.cyclic.push(chain.at(-1)!);
        break;
      }
      seen.add(fold(id));
      const scope: EstateScope = this.get(id) ?? scopeOfId(id);
      chain.push(scope);
      id = scope.parentId;
    }
    return chain;
  }
}

/** The id of the innermost resource group, subscription or management group that an id names. */
export function nearestScopeId(id: string): string {
  const group =
    /^\/subscriptions\/[^/]+\/resourceGroups\/[^/]+/i.exec(id) ?? /^\/subscriptions\/[^/]+/i.exec(id);
  if (group !== null) return group[0];
  const management = /^\/providers\/Microsoft\.Management\/managementGroups\/[^/]+/i.exec(id);
  return management === null ? '/' : management[0];
}

/** A scope of which only the id is known. */
export function scopeOfId(id: string): EstateScope {
  const parsed = parseResourceId(id);
  const name = parsed?.name ?? id.slice(id.lastIndexOf('/') + 1);
  const kind: EstateScopeKind = /\/resourceGroups\//i.test(id)
    ? 'resourceGroup'
    : /^\/subscriptions\//i.test(id)
      ? 'subscription'
      : /managementGroups\//i.test(id)
        ? 'managementGroup'
        : 'tenant';
  const parentId =
    kind === 'resourceGroup' ? id.slice(0, id.toLowerCase().lastIndexOf('/resourcegroups/')) : undefined;
  return { id, kind, name, displayName: name, parentId, body: undefined };
}
