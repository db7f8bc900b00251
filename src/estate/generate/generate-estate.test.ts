import { describe, expect, it } from 'vitest';
import { fold, isObject, parentId, parseResourceId } from '../../kernel/index.ts';
import { nearestScopeId } from '../scope-tree.ts';
import { estateObjectKind } from './estate-object-kind.ts';
import { generateEstate } from './generate-estate.ts';
import { estateMoment, generated, resourcesOf, textsIn } from './generated-estate.case.ts';

const estate = generated(20_000);
const resources = resourcesOf(estate);
const ids = new Set(estate.map(({ id }) => fold(String(id))));

describe('a generated estate', () => {
  it('is the same for the same seed and another for another', () => {
    expect(generated(500, 4)).toEqual(generated(500, 4));
    expect(JSON.stringify(generated(500, 5))).not.toBe(JSON.stringify(generated(500, 4)));
  });

  it.each([0, 1, 7, 8, 9, 100, 1234])('has exactly %i resources', (count) => {
    expect(resourcesOf(generated(count))).toHaveLength(count);
  });

  it('begins with each smaller one', () => {
    const small = generated(777);
    expect(estate.slice(0, small.length)).toEqual(small);
  });

  it('is made as it is asked for', () => {
    const objects = generateEstate({ resources: Number.MAX_SAFE_INTEGER, seed: 1, now: estateMoment });
    let count = 0;
    for (const object of objects) if (estateObjectKind(object) === 'resource' && ++count === 3) break;
    expect(count).toBe(3);
  });

  it('has objects of all kinds, and resources of many types', () => {
    const kinds = new Set(estate.map(estateObjectKind));
    expect([...kinds].sort()).toEqual(['governance', 'identity', 'resource', 'scope']);
    expect(new Set(resources.map(({ type }) => fold(String(type)))).size).toBeGreaterThan(90);
  });

  it('has resources of about a kilobyte', () => {
    const mean = JSON.stringify(resources).length / resources.length;
    expect(mean).toBeGreaterThan(750);
    expect(mean).toBeLessThan(1500);
  });
});

describe('ids of a generated estate', () => {
  it('are there once', () => {
    expect(ids.size).toBe(estate.length);
  });

  it('are those of Azure, and say what type and name do', () => {
    const wrong = estate.filter(({ id, type, name }) => {
      if (type === undefined) return false;
      const parsed = parseResourceId(String(id));
      if (parsed === undefined) return true;
      const isScope = estateObjectKind({ type }) === 'scope';
      return !isScope && (fold(parsed.type) !== fold(String(type)) || !parsed.name.endsWith(String(name)));
    });
    expect(wrong).toEqual([]);
  });

  it('come after the scope, the parent and the resource that they are in', () => {
    const seen = new Set<string>(['/']);
    const early = estate.flatMap(({ id, type }) => {
      const own = String(id);
      seen.add(fold(own));
      if (type === undefined) return [];
      const extended = parseResourceId(own)?.scope ?? '/';
      // Azure lists neither the fabrics of a recovery vault nor what they contain.
      const parent = parentId(own)?.replace(/\/backupFabrics\/.*/i, '') ?? '/';
      const above = [nearestScopeId(own), parent, extended];
      return above.filter((one) => !seen.has(fold(one))).map((one) => `${own} in ${one}`);
    });
    expect(early).toEqual([]);
  });

  it('that resources point to are there', () => {
    const parts = /\/(subnets|ipConfigurations|privateLinkServiceConnections)\/[^/]+$/i;
    const named = new Set<string>();
    // The last resource groups may have been cut off in the middle.
    for (const { properties } of resources.slice(0, -200))
      for (const text of textsIn(properties))
        if (/^\/subscriptions\/.*\/providers\//i.test(text)) named.add(text);
    const missing = [...named].filter((id) => !ids.has(fold(id)) && !ids.has(fold(id.replace(parts, ''))));
    expect(named.size).toBeGreaterThan(5000);
    expect(missing.filter((id) => !/\/roleDefinitions\//i.test(id))).toEqual([]);
  });
});

describe('what a generated estate speaks of', () => {
  const builtInRoles = [
    '8e3af657-a8ff-443c-a75c-2fe8c4bcb635',
    'b24988ac-6180-42a0-ab88-20f7382dd24c',
    'acdd72a7-3385-48ef-bd42-f606fba81ae7',
    '4d97b98b-1d4f-4787-a291-c67834d212e7',
  ];
  const text = JSON.stringify(estate);

  it('has no GUID but made-up ones and those of built-in roles', () => {
    const guids = new Set(text.match(/\b[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/gi));
    const real = [...guids].filter((guid) => !/^0{8}-0{4}-0{4}-000\d-\d{12}$/.test(guid));
    expect(real.sort()).toEqual([...builtInRoles].sort());
  });

  it('has no mail address and no person of a company that exists', () => {
    const domains = new Set(text.match(/(?<=\w)@[a-z0-9.-]+\.[a-z]+/gi));
    expect([...domains]).toEqual(['@contoso.example']);
  });

  it('has public addresses for documentation only', () => {
    const addresses = new Set(text.match(/"\d{1,3}(\.\d{1,3}){3}"/g));
    const isFine = (address: string) => /^"(203\.0\.113\.|10\.|0\.0\.0\.0")/.test(address);
    expect([...addresses].filter((address) => !isFine(address))).toEqual([]);
  });

  it('is not dated after the moment that it is made for', () => {
    const created = resources.flatMap(({ properties }) =>
      isObject(properties) && typeof properties.timeCreated === 'string' ? [properties.timeCreated] : [],
    );
    expect(created.length).toBeGreaterThan(100);
    expect(created.filter((date) => date > estateMoment)).toEqual([]);
  });
});
