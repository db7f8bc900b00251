import { fold } from '../kernel/index.ts';
import { type FieldPath, parseFieldPath } from './field-path.ts';

/** One alias of one resource type (articles/governance/policy/concepts/definition-structure-alias.md). */
export interface Alias {
  readonly name: string;
  /** The path in the newest API version, e.g. `properties.networkAcls.ipRules[*].value`. */
  readonly path: string;
  /** Other paths in older API versions. */
  readonly versions?: readonly { readonly path: string; readonly apiVersions: readonly string[] }[];
  /** Whether `modify` may change it; `undefined` when that is not known. */
  readonly modifiable?: boolean;
}

/** Which aliases a resource type has. Names are folded. */
export interface AliasTable {
  /** The alias of that name for that type. */
  find(type: string, alias: string): Alias | undefined;
  /** Whether any type has an alias of that name. */
  has(alias: string): boolean;
  /** The aliases of a type, for suggestions. */
  namesOf(type: string): Iterable<string>;
}

/** A table without aliases: every alias is unknown. */
export const noAliases: AliasTable = { find: () => undefined, has: () => false, namesOf: () => [] };

/**
 * Builds a table from lists of aliases by resource type. A catalogue may list the aliases of a child type with its parent; they
 * are found by their name, which starts with the type they are for.
 */
export function aliasTable(aliases: Iterable<readonly [string, readonly Alias[]]>): AliasTable {
  const byType = new Map<string, Map<string, Alias>>();
  const byName = new Map<string, { readonly owner: string; readonly alias: Alias }>();
  for (const [type, list] of aliases) {
    const known = byType.get(fold(type)) ?? new Map<string, Alias>();
    byType.set(fold(type), known);
    for (const alias of list) {
      known.set(fold(alias.name), alias);
      byName.set(fold(alias.name), { owner: fold(type), alias });
    }
  }
  const ofParent = (type: string, name: string): Alias | undefined => {
    const found = name.startsWith(`${type}/`) ? byName.get(name) : undefined;
    return found !== undefined && type.startsWith(`${found.owner}/`) ? found.alias : undefined;
  };
  return {
    find: (type, alias) => byType.get(type)?.get(alias) ?? ofParent(type, alias),
    has: (alias) => byName.has(alias),
    namesOf: (type) => [...(byType.get(type)?.values() ?? [])].map((alias) => alias.name),
  };
}

const paths = new Map<string, FieldPath>();

/** The path of an alias in an API version. */
export function aliasPath(alias: Alias, apiVersion: string | undefined): FieldPath {
  const versioned =
    apiVersion === undefined
      ? undefined
      : alias.versions?.find((one) => one.apiVersions.includes(apiVersion));
  const text = versioned?.path ?? alias.path;
  let path = paths.get(text);
  if (path === undefined) {
    path = parseFieldPath(text);
    paths.set(text, path);
  }
  return path;
}
