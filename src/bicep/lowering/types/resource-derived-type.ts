import type { TypeInstanceSyntax } from '../../syntax/index.ts';

/** The type of a resource, or of a part of it. */
export interface ResourceDerivedType {
  readonly kind: 'resource';
  /** `Provider/type@version`. */
  readonly type: string;
  /** The keys in the schema of the resource. */
  readonly segments: readonly string[];
  /** Whether it is the resource as it is read, not as it is written. */
  readonly isOutput: boolean;
}

/** Reads `resourceInput<'type@version'>` and `resourceOutput<...>` (articles/azure-resource-manager/bicep/user-defined-data-types.md). */
export function resourceDerivedType({ name, args }: TypeInstanceSyntax): ResourceDerivedType | undefined {
  const [type] = args;
  if (type?.kind !== 'string' || (name.name !== 'resourceInput' && name.name !== 'resourceOutput'))
    return undefined;
  return {
    kind: 'resource',
    type: type.value.startsWith('az:') ? type.value.slice('az:'.length) : type.value,
    segments: [],
    isOutput: name.name === 'resourceOutput',
  };
}

/** What every resource has the same (articles/azure-resource-manager/templates/resource-declaration.md). */
const envelope: ReadonlyMap<string, string> = new Map([
  ['id', 'string'],
  ['name', 'string'],
  ['type', 'string'],
  ['apiVersion', 'string'],
  ['location', 'string'],
  ['kind', 'string'],
  ['managedBy', 'string'],
  ['tags', 'object'],
  ['properties', 'object'],
  ['sku', 'object'],
  ['plan', 'object'],
  ['identity', 'object'],
  ['extendedLocation', 'object'],
]);

/** The plain type, where it is the same for all resources; everything else only the schema of the resource would say. */
export function plainTypeOf({ segments }: ResourceDerivedType): string | undefined {
  if (segments.length === 0) return 'object';
  const [first, name, ...rest] = segments;
  return first === 'properties' && name !== undefined && rest.length === 0 ? envelope.get(name) : undefined;
}
