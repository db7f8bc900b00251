import type { Value, ValueObject } from '../../kernel/index.ts';
import { tenantId } from './generated-id.ts';
import type { Place } from './place.ts';

/** What is said of a resource; the rest comes from where it is. */
export interface ResourceFacts {
  readonly type: string;
  readonly name: string;
  readonly kind?: string;
  readonly sku?: ValueObject;
  readonly identity?: ValueObject;
  readonly zones?: string[];
  readonly location?: string;
  readonly managedBy?: string;
  readonly properties: ValueObject;
}

/**
 * A resource as a row of Azure Resource Graph's table `resources`: types in lower case, empty texts and nulls where there is nothing
 * (articles/governance/resource-graph/reference/supported-tables-resources.md).
 */
export function resourceRow(place: Place, facts: ResourceFacts): ValueObject {
  return {
    id: `${place.groupId}/providers/${facts.type}/${facts.name}`,
    name: facts.name,
    type: facts.type.toLowerCase(),
    tenantId,
    kind: facts.kind ?? '',
    location: facts.location ?? place.location,
    resourceGroup: place.groupName,
    subscriptionId: place.subscription.guid,
    managedBy: facts.managedBy ?? '',
    sku: facts.sku ?? null,
    plan: null,
    properties: facts.properties,
    tags: { ...place.tags },
    identity: facts.identity ?? null,
    zones: facts.zones ?? null,
    extendedLocation: null,
  };
}

/** A resource below another one, as Azure Resource Manager answers it: `segment` is the last part of its type. */
export function childOf(
  parent: ValueObject,
  parentType: string,
  segment: string,
  name: string,
  properties: ValueObject,
): ValueObject {
  return { id: `${idOf(parent)}/${segment}/${name}`, name, type: `${parentType}/${segment}`, properties };
}

/** A resource that extends another one, or a scope. */
export function extensionOf(
  scopeId: string,
  type: string,
  name: string,
  properties: ValueObject,
): ValueObject {
  return { id: `${scopeId}/providers/${type}/${name}`, name, type, properties };
}

/** The id of a generated object. */
export function idOf({ id }: ValueObject): string {
  return textOf(id);
}

function textOf(value: Value | undefined): string {
  return typeof value === 'string' ? value : '';
}
