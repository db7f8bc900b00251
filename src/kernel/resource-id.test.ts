import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatResourceId, parentId, parseResourceId } from './resource-id.ts';

const group = '/subscriptions/s/resourceGroups/g';

describe('a resource id', () => {
  it.each([
    [`${group}/providers/A.B/c/x`, { scope: group, type: 'A.B/c', name: 'x' }],
    [`${group}/providers/A.B/c/x/d/y`, { scope: group, type: 'A.B/c/d', name: 'x/y' }],
    [
      `${group}/providers/A.B/c/x/providers/E.F/g/y`,
      { scope: `${group}/providers/A.B/c/x`, type: 'E.F/g', name: 'y' },
    ],
    [
      '/providers/Microsoft.Management/managementGroups/m',
      { scope: '/', type: 'Microsoft.Management/managementGroups', name: 'm' },
    ],
    ['/subscriptions/s', { scope: '/', type: 'Microsoft.Resources/subscriptions', name: 's' }],
    [group, { scope: '/subscriptions/s', type: 'Microsoft.Resources/resourceGroups', name: 'g' }],
    [`${group}/providers/A.B/c/providers`, { scope: group, type: 'A.B/c', name: 'providers' }],
    [
      '/subscriptions/s/resourceGroups/providers',
      { scope: '/subscriptions/s', type: 'Microsoft.Resources/resourceGroups', name: 'providers' },
    ],
    [
      '/subscriptions/s/resourceGroups/providers/providers/A.B/c/x',
      { scope: '/subscriptions/s/resourceGroups/providers', type: 'A.B/c', name: 'x' },
    ],
  ])('%s is taken apart and composed again', (id, parts) => {
    expect(parseResourceId(id)).toEqual(parts);
    expect(formatResourceId(parts)).toBe(id);
  });

  it.each([
    '',
    '/',
    'x',
    '/subscriptions',
    '/subscriptions/',
    '/x/y',
    '/x/y/subscriptions/s',
    `${group}/x/y`,
    `${group}/providers`,
    `${group}/providers/A.B`,
    `${group}/providers/A.B/c`,
    `${group}/providers/A.B/c/`,
    `${group}/providers//c/x`,
    'subscriptions/s',
  ])('%j is none', (text) => {
    expect(parseResourceId(text)).toBeUndefined();
  });

  it('is read without regard to the case of its keys', () => {
    expect(parseResourceId('/Subscriptions/s/RESOURCEGROUPS/g')).toEqual({
      scope: '/Subscriptions/s',
      type: 'Microsoft.Resources/resourceGroups',
      name: 'g',
    });
    expect(parseResourceId(`${group}/PROVIDERS/A.B/c/x`)?.type).toBe('A.B/c');
  });

  it('is the same after being taken apart, whatever it holds', () => {
    const word = fc.stringMatching(/^[\w.()-]{1,8}$/);
    const pairs = fc
      .array(fc.tuple(word, word), { minLength: 1, maxLength: 3 })
      .map((list) => list.flat().join('/'));
    const resource = fc.tuple(word, pairs).map(([namespace, rest]) => `/providers/${namespace}/${rest}`);
    const scope = fc.oneof(
      fc.constant(''),
      word.map((name) => `/subscriptions/s/resourceGroups/${name}`),
      resource,
    );
    fc.assert(
      fc.property(scope, resource, (outer, inner) => {
        const id = outer + inner;
        const parsed = parseResourceId(id);
        expect(parsed && formatResourceId(parsed)).toBe(id);
      }),
    );
  });

  it('has the id of its parent', () => {
    expect(parentId(`${group}/providers/A.B/c/x/d/y`)).toBe(`${group}/providers/A.B/c/x`);
    expect(parentId(`${group}/providers/A.B/c/x`)).toBeUndefined();
    expect(parentId('nonsense')).toBeUndefined();
  });
});
