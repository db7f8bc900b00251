import { isObject, type ValueObject } from '../kernel/index.ts';
import type { ArmClient } from './arm-client.ts';
import type { CollectionStep, StepPage } from './collection-step.ts';
import { managementGroupCountMax, scopeTable, subscriptionCountMax } from './graph-request.ts';
import { readList } from './read-list.ts';
import { type QueryScope, tableStep } from './table-step.ts';

/** What is collected: these management groups with all that is below them, and these subscriptions; everything visible when there are none of both. */
export interface CollectionScope {
  /** Names, not display names. */
  readonly managementGroups: readonly string[];
  readonly subscriptions: readonly string[];
}

const managementVersion = '2020-05-01';
const groupPrefix = '/providers/Microsoft.Management/managementGroups/';
const groupToken = 'management-group ';

/**
 * The step that collects the management groups and subscriptions. Resource Graph has them with their tags and the groups above; of the groups that were named
 * Azure Resource Manager tells the whole tree, groups without subscriptions included.
 */
export function scopeStep(
  client: ArmClient,
  scope: CollectionScope,
  signal: AbortSignal | undefined,
): CollectionStep {
  const scopes = queryScopes(scope);
  const rows = tableStep({
    client,
    table: scopeTable,
    scopes: scopes.length === 0 ? [{}] : scopes,
    overlaps: true,
    isEssential: true,
    signal,
  });
  const groups = scope.managementGroups;
  return {
    name: scopeTable.step,
    page: async (token) => {
      if (token?.startsWith(groupToken) === true)
        return treePage(client, groups, Number(token.slice(groupToken.length)), signal);
      const page = await rows.page(token);
      return page.next === undefined && groups.length > 0 ? { ...page, next: `${groupToken}0` } : page;
    },
  };
}

function queryScopes({ managementGroups, subscriptions }: CollectionScope): QueryScope[] {
  return [
    ...slices(managementGroups, managementGroupCountMax).map((names) => ({ managementGroups: names })),
    ...slices(subscriptions, subscriptionCountMax).map((ids) => ({ subscriptions: ids })),
  ];
}

async function treePage(
  client: ArmClient,
  groups: readonly string[],
  at: number,
  signal: AbortSignal | undefined,
): Promise<StepPage> {
  const scope = `${groupPrefix}${groups[at]}`;
  const group = { scope, path: '', version: managementVersion, answers: 'one' as const };
  const below = { scope, path: 'descendants', version: managementVersion, answers: 'list' as const };
  const read = [await readList(client, group, signal), await readList(client, below, signal)];
  return {
    objects: read.flatMap(({ objects }) => objects).map(withOwnType),
    next: at + 1 < groups.length ? `${groupToken}${at + 1}` : undefined,
    group: 'all',
    refused: read.flatMap(({ refused }) => refused),
    expected: undefined,
    progress: { done: at + 1, total: groups.length },
  };
}

/** Descendants have the type `/subscriptions` where subscriptions are meant. */
function withOwnType(object: ValueObject): ValueObject {
  if (object.type === '/subscriptions') object.type = 'Microsoft.Resources/subscriptions';
  return object;
}

/** The subscriptions and management groups in what the step has collected, sorted so that a run that is resumed goes the same way. */
export function scopesIn(objects: readonly ValueObject[]): {
  readonly subscriptions: readonly string[];
  readonly managementGroups: readonly string[];
} {
  const subscriptions = new Map<string, string>();
  const groups = new Map<string, string>();
  for (const { id, properties } of objects) {
    if (typeof id !== 'string') continue;
    const subscription = /^\/subscriptions\/([^/]+)$/i.exec(id)?.[1];
    const group = /^\/providers\/Microsoft\.Management\/managementGroups\/([^/]+)$/i.exec(id)?.[1];
    if (subscription !== undefined) subscriptions.set(subscription.toLowerCase(), subscription);
    if (group !== undefined) groups.set(group.toLowerCase(), group);
    for (const name of namesAbove(properties))
      if (!groups.has(name.toLowerCase())) groups.set(name.toLowerCase(), name);
  }
  return { subscriptions: sorted(subscriptions), managementGroups: sorted(groups) };
}

/** The groups above a scope, whose policies are in force on it too. */
function namesAbove(properties: ValueObject[string] | undefined): string[] {
  if (!isObject(properties)) return [];
  const details = isObject(properties.details) ? properties.details : {};
  const chain = properties.managementGroupAncestorsChain ?? details.managementGroupAncestorsChain;
  if (!Array.isArray(chain)) return [];
  return chain.flatMap((one) => (isObject(one) && typeof one.name === 'string' ? [one.name] : []));
}

function sorted(byKey: ReadonlyMap<string, string>): string[] {
  return [...byKey.keys()].sort().map((key) => byKey.get(key)!);
}

/** A list in parts of a size. */
export function slices<Item>(items: readonly Item[], size: number): Item[][] {
  const parts: Item[][] = [];
  for (let at = 0; at < items.length; at += size) parts.push(items.slice(at, at + size));
  return parts;
}
