import { fold, sameName } from './fold.ts';

/**
 * The parts of an Azure resource id
 * (articles/azure-resource-manager/management/resource-name-rules.md, template-functions-resource.md).
 */
export interface ResourceId {
  /** The scope the resource lives in, e.g. `/subscriptions/s/resourceGroups/g`, or the id of the extended resource. */
  readonly scope: string;
  /** The full type, e.g. `Microsoft.Network/virtualNetworks/subnets`. */
  readonly type: string;
  /** The full name, e.g. `hub/apps`. */
  readonly name: string;
}

const subscriptionType = 'Microsoft.Resources/subscriptions';
const resourceGroupType = 'Microsoft.Resources/resourceGroups';

/** Takes an id apart; `undefined` when it is not a resource id. */
export function parseResourceId(id: string): ResourceId | undefined {
  if (!id.startsWith('/')) return undefined;
  const segments = id.slice(1).split('/');
  // Keys and values alternate, so a `providers` at an odd place is a name.
  const lastProvider = segments.findLastIndex((segment, at) => at % 2 === 0 && fold(segment) === 'providers');
  if (lastProvider === -1) return parseContainerId(segments);
  const [namespace, ...rest] = segments.slice(lastProvider + 1);
  if (!namespace || rest.length < 2 || rest.length % 2 !== 0 || rest.includes('')) return undefined;
  const types = rest.filter((_, index) => index % 2 === 0);
  const names = rest.filter((_, index) => index % 2 === 1);
  const scope = segments.slice(0, lastProvider);
  return {
    scope: scope.length === 0 ? '/' : `/${scope.join('/')}`,
    type: [namespace, ...types].join('/'),
    name: names.join('/'),
  };
}

/** `/subscriptions/s` and `/subscriptions/s/resourceGroups/g`. */
function parseContainerId(segments: readonly string[]): ResourceId | undefined {
  const [root, subscription, child, group] = segments;
  if (fold(root!) !== 'subscriptions' || !subscription) return undefined;
  if (segments.length === 2) return { scope: '/', type: subscriptionType, name: subscription };
  if (segments.length !== 4 || fold(child!) !== 'resourcegroups' || !group) return undefined;
  return { scope: `/${root}/${subscription}`, type: resourceGroupType, name: group };
}

/** Composes the id of a resource at a scope: `scope` + `/providers/` + type and name segments interleaved. */
export function formatResourceId({ scope, type, name }: ResourceId): string {
  const base = scope === '/' ? '' : scope;
  if (sameName(type, resourceGroupType)) return `${base}/resourceGroups/${name}`;
  if (sameName(type, subscriptionType)) return `/subscriptions/${name}`;
  const [namespace, ...types] = type.split('/');
  const names = name.split('/');
  const pairs = types.map((segment, index) => `${segment}/${names[index] ?? ''}`);
  return `${base}/providers/${namespace}/${pairs.join('/')}`;
}

/** The id of the resource that a child resource belongs to, or `undefined` for a top-level resource. */
export function parentId(id: string): string | undefined {
  const parsed = parseResourceId(id);
  if (parsed === undefined || !parsed.name.includes('/')) return undefined;
  return formatResourceId({
    scope: parsed.scope,
    type: parsed.type.slice(0, parsed.type.lastIndexOf('/')),
    name: parsed.name.slice(0, parsed.name.lastIndexOf('/')),
  });
}
