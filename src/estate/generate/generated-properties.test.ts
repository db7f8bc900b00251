import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { fold, parseResourceId, type Value } from '../../kernel/index.ts';
import { loadAliases } from '../../library/index.ts';
import { generated, resourcesOf } from './generated-estate.case.ts';

/** Names that people choose, and properties that Azure answers and has no alias for. */
const withoutAlias = [
  /\.customProperties\./,
  /\.redisConfiguration\./,
  /\.config\.logAnalyticsWorkspaceResourceID$/,
  /Connections .*\.actionsRequired$/,
  /components properties\.(Application|Flow)_Type$/,
  /automationAccounts properties\.state$/,
];

it('resources have the properties that policies read: nearly each path is one of an alias of Azure', () => {
  const aliases = loadAliases(resolve(import.meta.dirname, '../../../facts'));
  const unknown = new Set<string>();
  let known = 0;
  for (const { id, properties } of resourcesOf(generated(5000, 3))) {
    const type = parseResourceId(String(id))?.type ?? '';
    const folded = fold(type);
    const paths = new Set<string>();
    for (const name of aliases.namesOf(folded)) {
      const alias = aliases.find(folded, fold(name));
      for (const one of alias === undefined ? [] : [alias, ...(alias.versions ?? [])])
        paths.add(fold(one.path));
    }
    for (const path of pathsIn(properties ?? null, 'properties')) {
      if (paths.has(fold(path)) || paths.has(fold(`${path}[*]`))) known++;
      else unknown.add(`${type} ${path}`);
    }
  }
  expect(known).toBeGreaterThan(40_000);
  expect([...unknown].filter((path) => !withoutAlias.some((sign) => sign.test(path)))).toEqual([]);
});

function* pathsIn(value: Value, at: string): Generator<string> {
  if (Array.isArray(value)) for (const item of value) yield* pathsIn(item, `${at}[*]`);
  else if (typeof value === 'object' && value !== null)
    for (const [key, part] of Object.entries(value)) yield* pathsIn(part, `${at}.${key}`);
  else yield at;
}
