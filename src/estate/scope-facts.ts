import { fold, isObject, type Value, type ValueObject } from '../kernel/index.ts';
import type { EstateScopeKind } from './scope-tree.ts';

/** What one source says of a scope. */
export interface ScopeFacts {
  readonly id: string;
  readonly kind: EstateScopeKind;
  readonly displayName?: string | undefined;
  readonly parentId?: string | undefined;
  readonly body?: ValueObject | undefined;
}

const managementGroupPrefix = '/providers/Microsoft.Management/managementGroups/';

/** The id of a management group of a name. */
export function managementGroupId(name: string): string {
  return `${managementGroupPrefix}${name}`;
}

/**
 * What a management group says of itself, of its children and of the groups above it: as REST and Resource Graph answer (`properties.details.parent`,
 * `properties.children`), or as az prints it, flattened, with or without `--expand --recurse`.
 */
export function factsOfManagementGroup(id: string, body: ValueObject): ScopeFacts[] {
  const properties = isObject(body.properties) ? body.properties : {};
  const details = isObject(properties.details) ? properties.details : {};
  const parent = isObject(properties.parent) ? properties.parent : details.parent;
  const facts: ScopeFacts[] = [
    {
      id,
      kind: 'managementGroup',
      displayName: text(properties.displayName),
      parentId: parentIdOf(parent),
      body,
    },
  ];
  facts.push(
    ...factsOfAncestors(details.managementGroupAncestorsChain ?? properties.managementGroupAncestorsChain),
  );
  facts.push(...factsOfChildren(id, properties.children));
  delete properties.children;
  return facts;
}

/** A subscription as a management group names it: `.../managementGroups/corp/subscriptions/<id>`. */
export function factsOfGroupSubscription(id: string, body: ValueObject): ScopeFacts[] {
  const [group, subscription] = id.slice(managementGroupPrefix.length).split(/\/subscriptions\//i);
  const properties = isObject(body.properties) ? body.properties : {};
  const parentId = parentIdOf(properties.parent) ?? managementGroupId(group!);
  return [
    {
      id: `/subscriptions/${subscription}`,
      kind: 'subscription',
      displayName: text(properties.displayName),
      parentId,
    },
  ];
}

/** What a subscription says of itself and of the management groups above it (Resource Graph, `resourcecontainers`). */
export function factsOfSubscription(id: string, body: ValueObject): ScopeFacts[] {
  const properties = isObject(body.properties) ? body.properties : {};
  const ancestors = factsOfAncestors(properties.managementGroupAncestorsChain);
  const displayName = text(body.displayName) ?? text(properties.displayName);
  // `az account management-group entities list` has the parent at the top level.
  const parentId = ancestors[0]?.id ?? parentIdOf(properties.parent ?? body.parent);
  return [{ id, kind: 'subscription', displayName, parentId, body }, ...ancestors];
}

/** The groups above, nearest first. */
function factsOfAncestors(chain: Value | undefined): ScopeFacts[] {
  const groups = Array.isArray(chain) ? chain.filter(isObject) : [];
  const names = groups.map((group) => text(group.name)).filter((name) => name !== undefined);
  return names.map((name, at) => ({
    id: managementGroupId(name),
    kind: 'managementGroup' as const,
    displayName: text(groups[at]!.displayName),
    parentId: at + 1 < names.length ? managementGroupId(names[at + 1]!) : undefined,
  }));
}

function factsOfChildren(parentId: string, children: Value | undefined): ScopeFacts[] {
  if (!Array.isArray(children)) return [];
  return children.filter(isObject).flatMap((child): ScopeFacts[] => {
    const id = text(child.id);
    if (id === undefined) return [];
    const kind = fold(id).startsWith('/subscriptions/')
      ? ('subscription' as const)
      : ('managementGroup' as const);
    const properties = isObject(child.properties) ? child.properties : child;
    const own: ScopeFacts = {
      id,
      kind,
      displayName: text(child.displayName ?? properties.displayName),
      parentId,
    };
    return [own, ...factsOfChildren(id, properties.children)];
  });
}

function parentIdOf(parent: Value | undefined): string | undefined {
  if (!isObject(parent)) return undefined;
  const id = text(parent.id);
  if (id !== undefined) return id.startsWith('/') ? id : managementGroupId(id);
  const name = text(parent.name);
  return name === undefined ? undefined : managementGroupId(name);
}

function text(value: Value | undefined): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
