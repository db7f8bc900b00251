import type { EstateScope } from '../estate/index.ts';
import { fold, isObject, matchesWildcard, type Value, type ValueObject } from '../kernel/index.ts';

/** Who is accountable for a resource, and where that is stated. */
export interface Owner {
  /** Empty when nobody is. */
  readonly owner: string;
  readonly source: string;
}

/** An entry of the ownership file: who owns a scope, or the resources of a type. */
export interface OwnershipEntry {
  /** The id of a scope or resource, or the name of a management group. */
  readonly scope?: string | undefined;
  /** A resource type; `*` stands for anything: `Microsoft.Network/*`. */
  readonly type?: string | undefined;
  readonly owner: string;
}

/** What is known of ownership beside tags. */
export interface Ownership {
  /** The Owner role assignments at subscriptions: folded subscription id to the principal's name. */
  readonly subscriptionOwners: ReadonlyMap<string, string>;
  readonly entries: readonly OwnershipEntry[];
}

export const noOwnership: Ownership = { subscriptionOwners: new Map(), entries: [] };

const ownerTags = ['owner', 'serviceowner', 'businessowner', 'technicalowner', 'contact', 'team'];

/**
 * The owner of a resource, by precedence: its own tag, a tag of its resource group, a tag of its subscription or the subscription's Owner role, the nearest scope in the
 * ownership file, the ownership file's default for its type. Unowned is an answer too, and one to act on.
 */
export function ownerOf(
  resource: { readonly type: string; readonly body: ValueObject; readonly id: string },
  chain: readonly EstateScope[],
  ownership: Ownership = noOwnership,
): Owner {
  const own = tagOf(resource.body);
  if (own !== undefined) return { owner: own.value, source: `tag ${own.name}` };
  for (const scope of chain) {
    const tag = scope.body === undefined ? undefined : tagOf(scope.body);
    if (tag !== undefined) return { owner: tag.value, source: `${scopeWords[scope.kind]} tag ${tag.name}` };
    const role = ownership.subscriptionOwners.get(fold(scope.id));
    if (role !== undefined) return { owner: role, source: 'Owner role of the subscription' };
  }
  return fromFile(resource, chain, ownership.entries) ?? { owner: '', source: '' };
}

function fromFile(
  { id, type }: { readonly id: string; readonly type: string },
  chain: readonly EstateScope[],
  entries: readonly OwnershipEntry[],
): Owner | undefined {
  const places = [
    fold(id),
    ...chain.flatMap((scope) => [fold(scope.id), ...(isGroup(scope) ? [fold(scope.name)] : [])]),
  ];
  for (const place of places) {
    const entry = entries.find(
      ({ scope, type: pattern }) =>
        scope !== undefined && fold(scope.replace(/\/+$/, '')) === place && isType(pattern, type),
    );
    if (entry !== undefined) return { owner: entry.owner, source: `ownership file, ${entry.scope}` };
  }
  const byType = entries.find(({ scope, type: pattern }) => scope === undefined && isType(pattern, type));
  return byType && { owner: byType.owner, source: `ownership file, ${byType.type ?? 'everything'}` };
}

function isGroup(scope: EstateScope): boolean {
  return scope.kind === 'managementGroup';
}

function isType(pattern: string | undefined, type: string): boolean {
  return pattern === undefined || matchesWildcard(fold(type), fold(pattern));
}

const scopeWords: Readonly<Record<EstateScope['kind'], string>> = {
  resourceGroup: 'resource group',
  subscription: 'subscription',
  managementGroup: 'management group',
  tenant: 'tenant',
};

function tagOf(body: ValueObject): { name: string; value: string } | undefined {
  const tags: Value | undefined = body.tags;
  if (tags === undefined || !isObject(tags)) return undefined;
  let best: { name: string; value: string } | undefined;
  let rank = ownerTags.length;
  for (const [name, value] of Object.entries(tags)) {
    if (typeof value !== 'string' || value.trim() === '') continue;
    const at = ownerTags.indexOf(fold(name).replaceAll(/[-_ ]/g, ''));
    if (at === -1 || at >= rank) continue;
    rank = at;
    best = { name, value };
  }
  return best;
}
