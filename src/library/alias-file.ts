import type { Alias } from '../policy/index.ts';
import { compareAliasNames, decodeAliasList, encodeAliasList, fitsAliasList } from './alias-list.ts';

/** One file of `facts/aliases/`: the aliases of the resource types of one provider namespace. */
export interface AliasFile {
  readonly namespace: string;
  /** By resource type without its namespace, e.g. `storageAccounts/blobServices`. */
  readonly types: Readonly<Record<string, TypeAliases>>;
}

export interface TypeAliases {
  /** What the names in `list` begin with, when it is not the type as it is written here. */
  readonly prefix?: string;
  /** See alias-list.ts. */
  readonly list?: string;
  /** Full name and path of the aliases that do not begin with their type. */
  readonly more?: readonly (readonly [string, string])[];
  /** One character for each alias of `list`, then `more`: `m` modifiable, `n` not, `?` not known. Absent: none is known. */
  readonly modifiable?: string;
  /** Paths in some API versions, by the position of the alias. */
  readonly versions?: Readonly<Record<string, readonly (readonly [string, readonly string[]])[]>>;
}

/** Packs the aliases of a type (`type` in full, as Azure writes it). Of aliases of one name the first counts. */
export function packAliases(type: string, aliases: readonly Alias[]): TypeAliases {
  const unique = new Map<string, Alias>();
  for (const alias of aliases) {
    const key = alias.name.toLowerCase();
    if (!unique.has(key)) unique.set(key, alias);
  }
  const start = `${type}/`.toLowerCase();
  const fits = (alias: Alias) =>
    alias.name.toLowerCase().startsWith(start) &&
    fitsAliasList({ ...alias, name: alias.name.slice(start.length) });
  const listed = [...unique.values()].filter(fits);
  const rest = (alias: Alias) => alias.name.slice(start.length);
  listed.sort((a, b) => compareAliasNames(rest(a), rest(b)));
  const more = [...unique.values()].filter((alias) => !fits(alias));
  more.sort((a, b) => (a.name < b.name ? -1 : 1));
  const prefix = usualPrefix(listed, start.length);
  const all = [...listed, ...more];
  const versions = Object.fromEntries(
    all.flatMap((alias, at) => (alias.versions?.length ? [[at, versionPairs(alias)]] : [])),
  );
  return {
    ...(prefix === undefined || prefix === `${type}/` ? {} : { prefix }),
    ...(listed.length === 0
      ? {}
      : { list: encodeAliasList(listed.map((alias) => ({ name: rest(alias), path: alias.path }))) }),
    ...(more.length === 0 ? {} : { more: more.map((alias) => [alias.name, alias.path] as const) }),
    ...(all.every((alias) => alias.modifiable === undefined)
      ? {}
      : { modifiable: all.map(modifiableMark).join('') }),
    ...(Object.keys(versions).length === 0 ? {} : { versions }),
  };
}

/** The aliases of a type by folded name. */
export function unpackAliases(type: string, packed: TypeAliases): Map<string, Alias> {
  const prefix = packed.prefix ?? `${type}/`;
  const plain = decodeAliasList(packed.list ?? '').map(({ name, path }) => ({ name: prefix + name, path }));
  for (const [name, path] of packed.more ?? []) plain.push({ name, path });
  const aliases = new Map<string, Alias>();
  for (const [at, alias] of plain.entries()) {
    // Not fold(): a namespace has thousands of names that are looked at once and would push others out of its cache.
    aliases.set(alias.name.toLowerCase(), withFacts(alias, packed, at));
  }
  return aliases;
}

/** The text of an alias file: one type a line, so that a change in one is a change of one line. */
export function formatAliasFile(file: AliasFile): string {
  const types = Object.entries(file.types).map(
    ([type, packed]) => `${JSON.stringify(type)}:${JSON.stringify(packed)}`,
  );
  return `{"namespace":${JSON.stringify(file.namespace)},"types":{\n${types.join(',\n')}\n}}\n`;
}

/** The name of the file of a namespace; `undefined` when no namespace can be called that (types come from users' templates). */
export function aliasFileName(namespace: string): string | undefined {
  return /^[a-z0-9][a-z0-9._-]{0,99}$/i.test(namespace) ? `${namespace.toLowerCase()}.json` : undefined;
}

function withFacts(alias: Alias, packed: TypeAliases, at: number): Alias {
  const mark = packed.modifiable?.[at];
  const versions = packed.versions?.[at];
  if (mark === undefined && versions === undefined) return alias;
  return {
    ...alias,
    ...(mark === 'm' ? { modifiable: true } : mark === 'n' ? { modifiable: false } : {}),
    ...(versions === undefined
      ? {}
      : { versions: versions.map(([path, apiVersions]) => ({ path, apiVersions })) }),
  };
}

function modifiableMark(alias: Alias): string {
  if (alias.modifiable === undefined) return '?';
  return alias.modifiable ? 'm' : 'n';
}

function versionPairs(alias: Alias): (readonly [string, readonly string[]])[] {
  return (alias.versions ?? []).map(({ path, apiVersions }) => [path, apiVersions]);
}

/** Azure itself writes the prefix in more than one casing; the most frequent one is shown. */
function usualPrefix(aliases: readonly Alias[], length: number): string | undefined {
  const counts = new Map<string, number>();
  for (const { name } of aliases)
    counts.set(name.slice(0, length), (counts.get(name.slice(0, length)) ?? 0) + 1);
  return [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))[0]?.[0];
}
