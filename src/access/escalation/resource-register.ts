import { fold, isObject, type Value, type ValueObject } from '../../kernel/index.ts';
import { scopeChain, scopeKey } from '../assignment/index.ts';
import type { EscalationGround, GroundResource } from './escalation-ground.ts';

/** A resource with the scopes it is in. */
export interface RegisteredResource extends GroundResource {
  /** The id for comparing. */
  readonly key: string;
  /** Object ids, folded, of the identities that it acts with. */
  readonly identities: readonly string[];
}

const nothing: readonly RegisteredResource[] = [];

/** The resources that rules speak of, by type and by each scope that they are in. */
export class ResourceRegister {
  readonly #byTypeAndScope = new Map<string, RegisteredResource[]>();
  readonly #byKey = new Map<string, RegisteredResource>();

  constructor(ground: EscalationGround, types: ReadonlySet<string>) {
    const identityIds = principalsOfResources(ground);
    for (const resource of ground.resources) {
      const type = fold(resource.type);
      const identities = identitiesOf(resource, identityIds);
      if (!types.has(type) && identities.length === 0) continue;
      const one = { ...resource, key: scopeKey(resource.id), identities };
      this.#byKey.set(one.key, one);
      for (const scope of scopeChain(one.key, ground.model.scopes).keys)
        put(this.#byTypeAndScope, `${type} ${scope}`, one);
    }
  }

  get(id: string): RegisteredResource | undefined {
    return this.#byKey.get(scopeKey(id));
  }

  /** The resources of a type, folded, at or below a scope, by its key. */
  within(type: string, scope: string): readonly RegisteredResource[] {
    return this.#byTypeAndScope.get(`${type} ${scope}`) ?? nothing;
  }
}

/** The managed identities that the directory, or an identity resource, says belong to a resource, by its key. */
function principalsOfResources({ model, resources }: EscalationGround): ReadonlyMap<string, string> {
  const ids = new Map<string, string>();
  for (const { id, resourceId } of model.principals.all)
    if (resourceId !== undefined) ids.set(scopeKey(resourceId), fold(id));
  for (const { id, body } of resources) {
    const principalId = textIn(objectIn(body, 'properties'), 'principalId');
    if (principalId !== undefined) ids.set(scopeKey(id), fold(principalId));
  }
  return ids;
}

/** `identity` holds the system-assigned identity and the user-assigned ones; a cluster has one for its nodes besides. */
function identitiesOf(
  { id, body }: GroundResource,
  identityIds: ReadonlyMap<string, string>,
): readonly string[] {
  const found = new Set<string>();
  const own = identityIds.get(scopeKey(id));
  if (own !== undefined) found.add(own);
  const identity = objectIn(body, 'identity');
  const system = textIn(identity, 'principalId');
  if (system !== undefined) found.add(fold(system));
  for (const [resourceId, facts] of Object.entries(objectIn(identity, 'userAssignedIdentities') ?? {})) {
    const principalId = textIn(isObject(facts) ? facts : undefined, 'principalId');
    const known = principalId === undefined ? identityIds.get(scopeKey(resourceId)) : fold(principalId);
    if (known !== undefined) found.add(known);
  }
  for (const profile of Object.values(objectIn(objectIn(body, 'properties'), 'identityProfile') ?? {})) {
    const objectId = textIn(isObject(profile) ? profile : undefined, 'objectId');
    if (objectId !== undefined) found.add(fold(objectId));
  }
  return [...found];
}

/** The object of a key; `undefined` when it is none. */
export function objectIn(body: ValueObject | undefined, key: string): ValueObject | undefined {
  const value: Value | undefined = body?.[key];
  return isObject(value) ? value : undefined;
}

function textIn(body: ValueObject | undefined, key: string): string | undefined {
  const value = body?.[key];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function put(map: Map<string, RegisteredResource[]>, key: string, value: RegisteredResource): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
