// Writes facts/resource-types.json from ../shared/corpus: npx tsx scripts/facts-resource-types.ts
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  decideIndexed,
  formatResourceTypeFile,
  packResourceType,
} from '../src/library/resource-type-file.ts';

const corpus = fileURLToPath(new URL('../../shared/corpus/', import.meta.url));
const target = fileURLToPath(new URL('../facts/resource-types.json', import.meta.url));

interface Rows {
  tagSupport: Record<string, 'TRUE' | 'FALSE'>;
  types: Record<string, { hasLocations: boolean; latestApiVersion: string | null }>;
}

/** The types that a condition names with `equals` or `in`, outside of `not`. */
function namedTypes(condition: unknown, found: Set<string>): void {
  if (typeof condition !== 'object' || condition === null) return;
  const keys = Object.fromEntries(
    Object.entries(condition).map(([key, value]) => [key.toLowerCase(), value]),
  );
  if (String(keys.field).toLowerCase() === 'type') {
    for (const value of [keys.equals, keys.in].flat()) {
      if (typeof value === 'string' && /^[\w.-]+(\/[\w.-]+)+$/.test(value)) found.add(value.toLowerCase());
    }
  }
  for (const member of [keys.allof, keys.anyof].flat()) namedTypes(member, found);
}

const rows: Rows = JSON.parse(readFileSync(join(corpus, 'aliases/resource-type-capabilities.json'), 'utf8'));
const indexed = new Set<string>();
const dataPlane = new Set<string>();
const definitions = join(corpus, 'azure-policy/policyDefinitions');
for (const path of readdirSync(definitions, { recursive: true, encoding: 'utf8' })) {
  if (!path.endsWith('.json')) continue;
  const { properties } = JSON.parse(readFileSync(join(definitions, path), 'utf8').replace(/^\uFEFF/, ''));
  const types = new Set<string>();
  namedTypes(properties.policyRule.if, types);
  const mode = String(properties.mode).toLowerCase();
  const isDeprecated = /^\[deprecated\]/i.test(properties.displayName);
  for (const type of types) {
    if (mode === 'indexed' && !isDeprecated) indexed.add(type);
    if (mode.endsWith('.data')) dataPlane.add(type.replace('.data/', '/'));
  }
}

const namespaces: Record<string, Record<string, string>> = {};
const counts = new Map<string, number>();
for (const type of new Set([...Object.keys(rows.tagSupport), ...Object.keys(rows.types), ...indexed])) {
  const slash = type.indexOf('/');
  const tags = rows.tagSupport[type];
  const facts = {
    tags: tags === undefined ? undefined : tags === 'TRUE',
    location: rows.types[type]?.hasLocations,
    policies: indexed.has(type) ? 'indexed' : dataPlane.has(type) ? 'data-plane' : 'neither',
    latestApiVersion: rows.types[type]?.latestApiVersion ?? undefined,
  } as const;
  const table = namespaces[type.slice(0, slash)] ?? {};
  table[type.slice(slash + 1)] = packResourceType(facts);
  namespaces[type.slice(0, slash)] = table;
  const isChild = type.indexOf('/', slash + 1) !== -1;
  const key = `${isChild ? 'child' : 'top  '} ${packResourceType({ ...facts, latestApiVersion: undefined })} -> ${decideIndexed(type, facts, false)}`;
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
writeFileSync(target, formatResourceTypeFile({ exact: false, namespaces }));
for (const [key, count] of [...counts].sort()) console.log(`${key}: ${count}`);
