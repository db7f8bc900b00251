import { findKey, fold, isObject, textOfValue, type Value, type ValueObject } from '../../kernel/index.ts';
import type { ExpandedResource } from '../../template/index.ts';
import { keyOf } from '../deployment-resource.ts';
import type { NamedTarget } from './named-target.ts';

/** A resource that the deployment makes, or that it knows as an existing one. */
export type DeployedResource = Pick<ExpandedResource, 'id' | 'type' | 'name' | 'body'>;

/** The resources of a deployment by what code can call them. */
export class DeployedResources {
  readonly all: readonly ExpandedResource[];
  readonly #byKey: ReadonlyMap<string, ExpandedResource>;

  constructor(all: readonly ExpandedResource[]) {
    this.all = all;
    this.#byKey = new Map(all.map((one) => [keyOf(one.id), one]));
  }

  /** The resource that a target is; `near` is the one that speaks of it, whose template's symbolic names are meant first. */
  find({ key, id }: NamedTarget, near: ExpandedResource): DeployedResource | undefined {
    const found = this.#byKey.get(key);
    return found !== undefined || id === undefined || id.startsWith('/') ? found : this.#called(id, near);
  }

  /** By the symbolic name, of which a module may have the same for something else. */
  #called(symbol: string, near: ExpandedResource): DeployedResource | undefined {
    const deployments = new Set([near, ...this.all].map(({ instance }) => instance.deployment));
    for (const deployment of deployments) {
      const [first, ...others] = deployment.resourceIndex().find(symbol);
      if (first === undefined || others.length > 0) continue;
      const { id, type, name } = first;
      return { id, type: typeof type === 'string' ? type : '', name, body: first.knownBody() ?? {} };
    }
    return undefined;
  }

  /** The resources that sign in with a user-assigned identity. */
  usersOf(identityKey: string): readonly ExpandedResource[] {
    return this.all.filter((one) =>
      Object.keys(objectAt(one.body, 'identity', 'userAssignedIdentities') ?? {}).some(
        (name) => identityKeyOf(name) === identityKey,
      ),
    );
  }
}

/** Keys of `userAssignedIdentities` are ids, or expressions in brackets where the id is not known. */
function identityKeyOf(name: string): string {
  return name.startsWith('[') && name.endsWith(']') ? name.slice(1, -1) : fold(name);
}

/** The value at a path of property names in any case; `undefined` when there is none. */
export function valueAt(body: ValueObject, ...path: readonly string[]): Value | undefined {
  let value: Value | undefined = body;
  for (const name of path) {
    if (value === undefined || !isObject(value)) return undefined;
    const key = findKey(value, name);
    value = key === undefined ? undefined : value[key];
  }
  return value;
}

/** The object at a path; `undefined` when there is none. */
export function objectAt(body: ValueObject, ...path: readonly string[]): ValueObject | undefined {
  const value = valueAt(body, ...path);
  return value !== undefined && isObject(value) ? value : undefined;
}

const nameLengthMax = 64;

/** The name of a resource as people read it; one that is computed from unknown values may be long. */
export function shownName(value: Value): string {
  const text = textOfValue(value);
  return text.length > nameLengthMax ? `${text.slice(0, nameLengthMax - 1)}…` : text;
}
