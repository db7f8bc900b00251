import type { Value, ValueObject } from '../../../src/kernel/index.ts';
import type { GovernanceCase, ShortAssignment, ShortResource } from './governance-case.ts';

const managementGroups = '/providers/Microsoft.Management/managementGroups/';

/** The scopes and resources of a case as Azure objects, and the ids of everything in it. */
export class GovernancePlaces {
  readonly #case: GovernanceCase;

  constructor(one: GovernanceCase) {
    this.#case = one;
  }

  /** Scopes first, then resources. */
  objects(): ValueObject[] {
    const { subscriptions, groups, resources } = this.#case;
    return [
      ...this.#scopes(),
      ...each(subscriptions, (name, rest) => ({
        id: this.placeId(name),
        subscriptionId: name,
        displayName: name,
        state: 'Enabled',
        ...rest,
      })),
      ...each(groups, (place, rest) => ({
        id: this.placeId(place),
        name: place.slice(place.indexOf('/') + 1),
        type: 'Microsoft.Resources/resourceGroups',
        location: 'eastus',
        properties: { provisioningState: 'Succeeded' },
        ...rest,
      })),
      ...each(resources, (name, short) => this.#resource(name, short)),
    ];
  }

  /** The id of a place; text that is an id stays one. */
  placeId(place: string): string {
    if (place.startsWith('/')) return place;
    const resource = this.#case.resources?.[place];
    if (resource !== undefined) return this.#resourceId(place, resource);
    const [scope, group] = place.split('/');
    if (!scope?.startsWith('sub')) return `${managementGroups}${place}`;
    return `/subscriptions/${scope}${group === undefined ? '' : `/resourceGroups/${group}`}`;
  }

  /** The id of an assignment by its name. */
  assignmentId(name: string): string {
    const short = this.#case.assignments?.[name];
    const at = short === undefined ? '/' : expanded(name, short).at;
    return this.governanceId(at, 'policyAssignments', name);
  }

  /** The id of a governance object at a place; `kind` is the last part of its type. */
  governanceId(place: string, kind: string, name: string): string {
    const scope = this.placeId(place);
    return `${scope === '/' ? '' : scope}/providers/Microsoft.Authorization/${kind}/${name}`;
  }

  *#scopes(): Generator<ValueObject> {
    const { scopes = {}, undescribed = [] } = this.#case;
    const parents = new Map(
      Object.entries(scopes).flatMap(([parent, below]) => below.map((name) => [name, parent] as const)),
    );
    const names = new Set([...Object.keys(scopes), ...parents.keys()]);
    for (const name of names) {
      const parent = parents.get(name);
      if (undescribed.includes(name)) continue;
      if (!name.startsWith('sub')) yield managementGroup(name, parent);
      else if (parent !== undefined)
        yield {
          id: `${managementGroups}${parent}/subscriptions/${name}`,
          type: 'Microsoft.Management/managementGroups/subscriptions',
          name,
          properties: { parent: { id: `${managementGroups}${parent}` } },
        };
    }
  }

  #resourceId(name: string, short: ShortResource): string {
    if (typeof short.id === 'string') return short.id;
    const type = typeOf(short);
    const [namespace, ...types] = type.split('/');
    if (short.of !== undefined) {
      const owner = this.#case.resources?.[short.of];
      const ownerId = this.placeId(short.of);
      const isChild = owner !== undefined && type.toLowerCase().startsWith(`${typeOf(owner).toLowerCase()}/`);
      return isChild ? `${ownerId}/${types.at(-1)}/${name}` : `${ownerId}/providers/${type}/${name}`;
    }
    const scope = this.placeId(short.in ?? 'sub-a/rg');
    const names = name.split('/');
    const path = types.map((segment, at) => `${segment}/${names[at]}`).join('/');
    return `${scope === '/' ? '' : scope}/providers/${namespace}/${path}`;
  }

  #resource(name: string, short: ShortResource): ValueObject {
    const { in: _in, of, type: _type, id: _id, location, tags, kind, identity, ...properties } = short;
    const id = this.#resourceId(name, short);
    const given = { location, tags, kind, identity } as Record<string, Value | undefined>;
    return {
      id,
      name: id.slice(id.lastIndexOf('/') + 1),
      type: typeOf(short),
      ...(location === undefined && of === undefined ? { location: 'eastus' } : {}),
      ...(Object.fromEntries(
        Object.entries(given).filter(([, value]) => value !== undefined && value !== null),
      ) as ValueObject),
      properties,
    };
  }
}

/** Makes an object of each entry. */
export function each<Short>(
  map: Record<string, Short> | undefined,
  make: (name: string, short: Short) => ValueObject,
): ValueObject[] {
  return Object.entries(map ?? {}).map(([name, short]) => make(name, short));
}

/** An assignment in its long form. */
export function expanded(name: string, short: ShortAssignment | string): ShortAssignment {
  return typeof short === 'string' ? { at: short, assign: name } : short;
}

function managementGroup(name: string, parent: string | undefined): ValueObject {
  const details =
    parent === undefined ? {} : { parent: { id: `${managementGroups}${parent}`, name: parent } };
  return {
    id: `${managementGroups}${name}`,
    name,
    type: 'Microsoft.Management/managementGroups',
    properties: { displayName: name, details },
  };
}

function typeOf({ type }: ShortResource): string {
  return typeof type === 'string' ? type : 'Contoso.Shop/things';
}
