import { fold } from './fold.ts';

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

const containers: ReadonlyMap<string, string> = new Map([
  ['subscriptions', 'Microsoft.Resources/subscriptions'],
  ['resourcegroups', 'Microsoft.Resources/resourceGroups'],
]);

/** Takes an id apart; `undefined` when it is not a resource id. */
export function parseResourceId(id: string): ResourceId | undefined {
  if (!id.startsWith('/')) return undefined;
  const segments = id.slice(1).split('/');
  const lastProvider = segments.findLastIndex((segment) => fold(segment) === 'providers');
  if (lastProvider === -1) return parseContainerId(id, segments);
  const [namespace, ...rest] = segments.slice(lastProvider + 1);
  if (!namespace || rest.length < 2 || rest.length % 2 !== 0) return undefined;
  const types = rest.filter((_, index) => index % 2 === 0);
  const names = rest.filter((_, index) => index % 2 === 1);
  const scope = segments.slice(0, lastProvider);
  return {
    scope: scope.length === 0 ? '/' : `/${scope.join('/')}`,
    type: [namespace, ...types].join('/'),
    name: names.join('/'),
  };
}

function parseContainerId(id: string, segments: string[]): ResourceId | undefined {
  if (segments.length % 2 !== 0) return undefined;
  const type = containers.get(fold(segments.at(-2)!));
  if (type === undefined) return undefined;
  const parent = segments.slice(0, -2);
  return {
    scope: parent.length === 0 ? '/' : `/${parent.join('/')}`,
    type,
    name: id.slice(id.lastIndexOf('/') + 1),
  };
}

/** Composes the id of a resource at a scope: `scope` + `/providers/` + type and name segments interleaved. */
export function formatResourceId({ scope, type, name }: ResourceId): string {
  const foldedType = fold(type);
  const base = scope === '/' ? '' : scope;
  if (foldedType === 'microsoft.resources/resourcegroups') return `${base}/resourceGroups/${name}`;
  if (foldedType === 'microsoft.resources/subscriptions') return `/subscriptions/${name}`;
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
