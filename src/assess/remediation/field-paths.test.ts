import { describe, expect, it } from 'vitest';
import { aliasTable } from '../../policy/index.ts';
import { completed, fieldSteps, placesOf } from './field-paths.ts';

const type = 'Contoso.Shop/things';
const aliases = aliasTable([
  [
    type,
    [
      { name: `${type}/rules[*].port`, path: 'properties.rules[*].port' },
      {
        name: `${type}/old`,
        path: 'properties.new',
        versions: [{ path: 'properties.old', apiVersions: ['2020-01-01'] }],
      },
    ],
  ],
]);
const steps = (field: string, apiVersion?: string) => fieldSteps(field, { type, apiVersion }, aliases);

describe('the steps of a field', () => {
  it.each([
    [`${type}/RULES[*].port`, ['properties', 'rules', '[*]', 'port']],
    ['tags.a.b', ['tags', 'a.b']],
    ["tags['a''b']", ['tags', "a'b"]],
    ['tags[a b]', ['tags', 'a b']],
    ['identity.type', ['identity', 'type']],
    ['zones[0]', ['zones', 0]],
    ['kind', ['kind']],
  ])('of %s are %j', (field, expected) => {
    expect(steps(field)).toEqual(expected);
  });

  it('are those of the API version', () => {
    expect(steps(`${type}/old`, '2020-01-01')).toEqual(['properties', 'old']);
    expect(steps(`${type}/old`, '2024-01-01')).toEqual(['properties', 'new']);
  });

  it.each([`${type}/nothing`, "[concat('tags.', 'a')]"])('are not known of %s', (field) => {
    expect(steps(field)).toBeUndefined();
  });
});

describe('the places of steps', () => {
  const body = { properties: { rules: [{ port: 1 }, { port: 2 }] } };
  const path = ['properties', 'rules', '[*]', 'port'];

  it('are those of each member', () => {
    expect(placesOf(body, path)).toEqual([
      ['properties', 'rules', 0, 'port'],
      ['properties', 'rules', 1, 'port'],
    ]);
  });

  it('are that of one member where it is given', () => {
    expect(placesOf(body, path, ['properties', 'rules', 1])).toEqual([['properties', 'rules', 1, 'port']]);
  });

  it('are that of the first member to be where there is none', () => {
    expect(placesOf({}, path)).toEqual([['properties', 'rules', 0, 'port']]);
  });

  it('are as many as are looked at, at most', () => {
    expect(placesOf({ a: new Array(100).fill({}) }, ['a', '[*]'])).toHaveLength(20);
  });
});

it('a path that ends at a missing array goes on to its first member', () => {
  expect(completed(['properties', 'rules'], ['properties', 'rules', '[*]', 'port'])).toEqual([
    'properties',
    'rules',
    0,
    'port',
  ]);
  expect(completed(['properties', 'rules', 3, 'port'], ['properties', 'rules', '[*]', 'port'])).toEqual([
    'properties',
    'rules',
    3,
    'port',
  ]);
  expect(completed(['tags', 'a'], undefined)).toEqual(['tags', 'a']);
});
