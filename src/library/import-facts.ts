import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { operatingProblem } from '../files/index.ts';
import { type Diagnostic, Diagnostics, parseJson } from '../kernel/index.ts';
import { type AliasFile, aliasFileName, formatAliasFile, packAliases } from './alias-file.ts';
import { type ProviderFacts, type ProviderType, readProviders } from './provider-list.ts';
import { formatResourceTypeFile, packResourceType, type ResourceTypeFile } from './resource-type-file.ts';
import { writeAtomic } from './write-atomic.ts';

/** What an import has written. */
export interface ImportedFacts {
  readonly namespaces: number;
  readonly types: number;
  readonly aliases: number;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Turns the output of `az provider list --expand resourceTypes/aliases` (`text`, read from `path`) into a facts folder of the user.
 * Namespaces that the text does not have are left as they are in the folder.
 */
export function importFacts(text: string, path: string, folder: string): ImportedFacts {
  const diagnostics = new Diagnostics();
  const report = (problem: string) =>
    diagnostics.report('LG5004', { problem, command: 'facts import' }, path);
  const providers = mergedByNamespace(readProviders(parse(text, path, diagnostics), report));
  if (providers.length === 0 && !diagnostics.hasErrors) report('there is no provider in it');
  const written: ProviderFacts[] = [];
  try {
    for (const provider of providers) {
      const name = aliasFileName(provider.namespace);
      if (name === undefined) {
        report(`\`${provider.namespace}\` is not the name of a provider`);
        continue;
      }
      writeAtomic(join(folder, 'aliases', name), Buffer.from(formatAliasFile(aliasFileOf(provider))));
      written.push(provider);
    }
    if (written.length > 0) writeResourceTypes(join(folder, 'resource-types.json'), written);
  } catch (error) {
    report(`the facts cannot be written: ${operatingProblem(error)}`);
  }
  const types = written.flatMap((provider) => provider.types);
  const aliases = types.reduce((sum, type) => sum + type.aliases.length, 0);
  return { namespaces: written.length, types: types.length, aliases, diagnostics: diagnostics.list };
}

/** The list is too large (over 60 MB) for the reader that keeps positions; that one only says where a mistake is. */
function parse(text: string, path: string, diagnostics: Diagnostics): unknown {
  try {
    return JSON.parse(text.startsWith('\uFEFF') ? text.slice(1) : text);
  } catch {
    const found = parseJson(path, text).diagnostics.filter((entry) => entry.level === 'error');
    for (const entry of found) diagnostics.add(entry);
    if (found.length === 0)
      diagnostics.report('LG1001', { problem: 'comments and trailing commas are not read here' }, path);
    return [];
  }
}

/** A namespace or a type that comes twice, in any casing, is one. */
function mergedByNamespace(providers: readonly ProviderFacts[]): ProviderFacts[] {
  const merged = new Map<string, { namespace: string; types: Map<string, ProviderType> }>();
  for (const { namespace, types } of providers) {
    const entry = merged.get(namespace.toLowerCase()) ?? {
      namespace,
      types: new Map<string, ProviderType>(),
    };
    for (const type of types) {
      const key = type.name.toLowerCase();
      const known = entry.types.get(key);
      entry.types.set(
        key,
        known === undefined ? type : { ...known, aliases: [...known.aliases, ...type.aliases] },
      );
    }
    merged.set(namespace.toLowerCase(), entry);
  }
  return [...merged.values()].map(({ namespace, types }) => ({ namespace, types: [...types.values()] }));
}

function aliasFileOf({ namespace, types }: ProviderFacts): AliasFile {
  const sorted = types.filter((type) => type.aliases.length > 0).sort((a, b) => (a.name < b.name ? -1 : 1));
  const packed = sorted.map(
    ({ name, aliases }) => [name, packAliases(`${namespace}/${name}`, aliases)] as const,
  );
  return { namespace, types: Object.fromEntries(packed) };
}

function writeResourceTypes(path: string, providers: readonly ProviderFacts[]): void {
  const namespaces = new Map(Object.entries(readExact(path)));
  for (const { namespace, types } of providers) {
    const packed = types.map(({ name, facts }) => [name.toLowerCase(), packResourceType(facts)] as const);
    namespaces.set(namespace.toLowerCase(), Object.fromEntries(packed));
  }
  const file: ResourceTypeFile = { exact: true, namespaces: Object.fromEntries(namespaces) };
  writeAtomic(path, Buffer.from(formatResourceTypeFile(file)));
}

/** The namespaces of an earlier import; none when there is none, or its file is not one. */
function readExact(path: string): ResourceTypeFile['namespaces'] {
  try {
    const file: ResourceTypeFile = JSON.parse(readFileSync(path, 'utf8'));
    return file.exact && typeof file.namespaces === 'object' ? file.namespaces : {};
  } catch {
    return {};
  }
}
