import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Diagnostic } from '../kernel/index.ts';
import type { Alias, AliasTable } from '../policy/index.ts';
import { type AliasFile, aliasFileName, unpackAliases } from './alias-file.ts';
import { readFactsFile } from './read-facts-file.ts';
import { decideIndexed, type ResourceTypeFile, unpackResourceType } from './resource-type-file.ts';

/** An alias table over a facts folder, and what was wrong with the files that it has read so far. */
export interface StoredAliases extends AliasTable {
  readonly diagnostics: readonly Diagnostic[];
}

/** What is known of resource types. Types are folded. */
export interface Capabilities {
  /** Whether policies of mode Indexed look at the type; `undefined` when that is not known. */
  isIndexed(type: string): boolean | undefined;
  latestApiVersion(type: string): string | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * The aliases of a facts folder. The file of a namespace is read when the first alias of it is asked for, and a type is
 * unpacked when it is. A namespace in `own`, a folder written by `landguard facts import`, replaces the shipped one.
 */
export function loadAliases(folder: string, own?: string): StoredAliases {
  const diagnostics: Diagnostic[] = [];
  const namespaces = new Map<string, Namespace>();
  const namespaceOf = (name: string): Namespace => {
    const key = name.slice(0, Math.max(name.indexOf('/'), 0));
    let namespace = namespaces.get(key);
    if (namespace === undefined) {
      namespace = new Namespace(
        readNamespace(key, own === undefined ? [folder] : [own, folder], diagnostics),
      );
      namespaces.set(key, namespace);
    }
    return namespace;
  };
  return {
    find: (type, alias) => namespaceOf(type).aliasesOf(type).get(alias),
    has: (alias) => namespaceOf(alias).has(alias),
    namesOf: (type) => [...namespaceOf(type).aliasesOf(type).values()].map((alias) => alias.name),
    diagnostics,
  };
}

/** The capabilities in a facts folder; a namespace in `own` replaces the shipped one. */
export function loadCapabilities(folder: string, own?: string): Capabilities {
  const diagnostics: Diagnostic[] = [];
  const files = (own === undefined ? [folder] : [own, folder]).flatMap((one) => {
    const file = readFacts<ResourceTypeFile>(join(one, 'resource-types.json'), 'namespaces', diagnostics);
    return file === undefined ? [] : [file];
  });
  const find = (type: string) => {
    const slash = type.indexOf('/');
    const namespace = type.slice(0, Math.max(slash, 0));
    const file = files.find((one) => Object.hasOwn(one.namespaces, namespace));
    const types = file?.namespaces[namespace];
    const name = type.slice(slash + 1);
    const packed = types !== undefined && Object.hasOwn(types, name) ? types[name] : undefined;
    return typeof packed === 'string'
      ? { facts: unpackResourceType(packed), exact: file?.exact === true }
      : undefined;
  };
  return {
    isIndexed: (type) => {
      const found = find(type);
      return found === undefined ? undefined : decideIndexed(type, found.facts, found.exact);
    },
    latestApiVersion: (type) => find(type)?.facts.latestApiVersion,
    diagnostics,
  };
}

const none: ReadonlyMap<string, Alias> = new Map();

/** The types of one alias file, unpacked one by one. */
class Namespace {
  readonly #packed = new Map<string, { type: string; aliases: AliasFile['types'][string] }>();
  readonly #unpacked = new Map<string, ReadonlyMap<string, Alias>>();

  constructor(file: AliasFile | undefined) {
    for (const [type, aliases] of Object.entries(file?.types ?? {})) {
      const full = `${file?.namespace}/${type}`;
      this.#packed.set(full.toLowerCase(), { type: full, aliases });
    }
  }

  aliasesOf(type: string): ReadonlyMap<string, Alias> {
    const known = this.#unpacked.get(type);
    if (known !== undefined) return known;
    const packed = this.#packed.get(type);
    if (packed === undefined) return none;
    const aliases = unpackAliases(packed.type, packed.aliases);
    this.#unpacked.set(type, aliases);
    return aliases;
  }

  has(alias: string): boolean {
    // Nearly every alias begins with its type: try those types first, the whole namespace only when none has it.
    for (let slash = alias.lastIndexOf('/'); slash > 0; slash = alias.lastIndexOf('/', slash - 1)) {
      if (this.aliasesOf(alias.slice(0, slash)).has(alias)) return true;
    }
    for (const type of this.#packed.keys()) {
      if (this.aliasesOf(type).has(alias)) return true;
    }
    return false;
  }
}

function readNamespace(
  namespace: string,
  folders: readonly string[],
  diagnostics: Diagnostic[],
): AliasFile | undefined {
  const name = aliasFileName(namespace);
  if (name === undefined) return undefined;
  for (const folder of folders) {
    const file = readFacts<AliasFile>(join(folder, 'aliases', name), 'types', diagnostics);
    if (file !== undefined) return file;
  }
  return undefined;
}

function readFacts<File>(
  path: string,
  table: keyof File & string,
  diagnostics: Diagnostic[],
): File | undefined {
  if (!existsSync(path)) return undefined;
  const read = readFactsFile<File>(path, table);
  diagnostics.push(...read.diagnostics);
  return read.file;
}
