import { expect, test } from 'vitest';
import { aliasPath, aliasTable } from './alias-table.ts';

const table = aliasTable([
  [
    'Contoso.Shop/things',
    [
      { name: 'Contoso.Shop/things/color', path: 'properties.color' },
      { name: 'Contoso.Shop/things/parts/size', path: 'properties.size' },
    ],
  ],
  ['Contoso.Shop/things/lids', [{ name: 'Contoso.Shop/things/lids/form', path: 'properties.form' }]],
]);

test.each<[string, string, string | undefined]>([
  ['contoso.shop/things', 'contoso.shop/things/color', 'properties.color'],
  ['contoso.shop/things/parts', 'contoso.shop/things/parts/size', 'properties.size'],
  ['contoso.shop/things/lids', 'contoso.shop/things/lids/form', 'properties.form'],
  ['contoso.shop/things', 'contoso.shop/things/lids/form', undefined],
  ['contoso.shop/others', 'contoso.shop/things/color', undefined],
])('%s has %s', (type, alias, path) => {
  expect(table.find(type, alias)?.path).toBe(path);
  expect(table.has(alias)).toBe(true);
});

test('a path of an older API version', () => {
  const alias = {
    name: 'a/b/c',
    path: 'properties.new',
    versions: [{ path: 'properties.old', apiVersions: ['2018-01-01'] }],
  };
  expect(['2018-01-01', '2020-01-01', undefined].map((version) => aliasPath(alias, version))).toEqual([
    ['properties', 'old'],
    ['properties', 'new'],
    ['properties', 'new'],
  ]);
});
