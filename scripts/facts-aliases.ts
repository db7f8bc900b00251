// Writes facts/aliases/ from ../shared/corpus/aliases/aliases.json: npx tsx scripts/facts-aliases.ts
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { aliasFileName, formatAliasFile, packAliases, type TypeAliases } from '../src/library/alias-file.ts';

const corpus = fileURLToPath(new URL('../../shared/corpus/aliases/aliases.json', import.meta.url));
const folder = fileURLToPath(new URL('../facts/aliases/', import.meta.url));

const rows: Record<string, Record<string, string>> = JSON.parse(readFileSync(corpus, 'utf8'));
const namespaces = new Map<string, { namespace: string; types: [string, TypeAliases][] }>();
for (const [type, aliases] of Object.entries(rows)) {
  const [namespace] = type.split('/', 1) as [string];
  const key = namespace.toLowerCase();
  const entry = namespaces.get(key) ?? { namespace, types: [] };
  const packed = packAliases(
    type,
    Object.entries(aliases).map(([name, path]) => ({ name, path })),
  );
  entry.types.push([type.slice(namespace.length + 1), packed]);
  namespaces.set(key, entry);
}

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
for (const { namespace, types } of namespaces.values()) {
  types.sort(([a], [b]) => (a < b ? -1 : 1));
  const name = aliasFileName(namespace);
  if (name === undefined) throw new Error(`no file name for ${namespace}`);
  writeFileSync(join(folder, name), formatAliasFile({ namespace, types: Object.fromEntries(types) }));
}
console.log(`${namespaces.size} namespaces`);
