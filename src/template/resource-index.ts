import { fold, Unknown, type Value } from '../kernel/index.ts';
import type { ResourceInstance } from './resource-instance.ts';

/** Finds the resources of a deployment by what `reference` calls them. */
export class ResourceIndex {
  readonly #byName = new Map<string, ResourceInstance[]>();
  readonly #bySymbol = new Map<string, ResourceInstance[]>();
  readonly #byId = new Map<string, ResourceInstance[]>();

  constructor(resources: readonly ResourceInstance[]) {
    for (const resource of resources) {
      if (typeof resource.name === 'string') add(this.#byName, resource.name, resource);
      if (resource.symbolicName !== undefined) add(this.#bySymbol, resource.symbolicName, resource);
      const id = idKey(resource.id);
      if (id !== undefined) add(this.#byId, id, resource);
    }
  }

  /** The resources that a symbolic name, an id or a name means. */
  find(target: Value): readonly ResourceInstance[] {
    if (typeof target === 'string' && !target.startsWith('/'))
      return this.#symbol(target) ?? this.#byName.get(fold(target)) ?? [];
    const id = idKey(target);
    return (id === undefined ? undefined : this.#byId.get(fold(id))) ?? [];
  }

  #symbol(target: string): readonly ResourceInstance[] | undefined {
    const [symbol, index] = splitIndex(target);
    const named = this.#bySymbol.get(fold(symbol));
    return index === undefined ? named : named?.filter((one) => one.copyIndex === index);
  }
}

function add(map: Map<string, ResourceInstance[]>, key: string, resource: ResourceInstance): void {
  const present = map.get(fold(key));
  if (present === undefined) map.set(fold(key), [resource]);
  else present.push(resource);
}

/** Two unknown ids are the same when they print the same: both were composed from the same scope, type and name. */
function idKey(id: Value): string | undefined {
  if (typeof id === 'string') return id;
  return id instanceof Unknown && !id.expression.includes('…') ? id.toString() : undefined;
}

/** `symbol[3]`: one iteration of a loop. */
function splitIndex(target: string): [string, number | undefined] {
  const match = /^(.+)\[(\d+)\]$/.exec(target);
  return match === null ? [target, undefined] : [match[1]!, Number(match[2])];
}
