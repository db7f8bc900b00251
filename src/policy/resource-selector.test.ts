import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Value, ValueObject } from '../kernel/index.ts';
import { noAliases } from './alias-table.ts';
import { applies } from './applies.ts';
import { policySubject } from './policy-subject.ts';
import { readResourceSelectors, selectorsCondition } from './resource-selector.ts';

const subscription = '/subscriptions/00000000-0000-0000-0000-000000000001';
const options = { resolver: { aliases: noAliases } };

function resource(
  location: string | undefined,
  type = 'Contoso.Shop/things',
  scope = `${subscription}/resourceGroups/rg`,
): ValueObject {
  return {
    id: `${scope}/providers/${type}/a`,
    type,
    name: 'a',
    ...(location === undefined ? {} : { location }),
  };
}

function selects(selectors: Value, body: ValueObject): string {
  return applies(readResourceSelectors(selectors), policySubject(body), options);
}

function one(...selectors: ValueObject[]): ValueObject {
  return { name: 'x', selectors };
}

const east = { kind: 'resourceLocation', in: ['eastus'] };
const notEast = { kind: 'resourceLocation', notIn: ['eastus'] };
const thing = { kind: 'resourceType', in: ['Contoso.Shop/things'] };
const global = { kind: 'resourceWithoutLocation', in: ['subscriptionLevelResources'] };

describe('readResourceSelectors', () => {
  test.each<[string, Value, ValueObject, string]>([
    ['a location', [one(east)], resource('East US'), 'true'],
    ['another location', [one(east)], resource('westus'), 'false'],
    ['no location', [one(east)], resource(undefined), 'false'],
    ['no location is not in a list', [one(notEast)], resource(undefined), 'true'],
    ['all of one', [one(east, thing)], resource('eastus', 'Contoso.Shop/others'), 'false'],
    ['any of several', [one(notEast), one(thing)], resource('eastus'), 'true'],
    ['none of several', [one(notEast), one(notEast, thing)], resource('eastus'), 'false'],
    ['one without selectors', [one()], resource('eastus'), 'true'],
    ['one whose selectors are missing', [{ name: 'x' }], resource('eastus'), 'true'],
    [
      'a subscription without a location',
      [one(global)],
      { id: subscription, type: 'Microsoft.Resources/subscriptions' },
      'true',
    ],
    ['a setting of a subscription', [one(global)], resource(undefined, 'a/b', subscription), 'true'],
    [
      'a regional resource of a subscription',
      [one(global)],
      resource('eastus', 'a/b', subscription),
      'false',
    ],
    ['a global resource in a group', [one(global)], resource(undefined), 'false'],
    ['a list without values', [one({ kind: 'resourceType', in: [] })], resource('eastus'), 'false'],
    ['a selector without a list', [one({ kind: 'resourceType' })], resource('eastus'), 'true'],
    ['who asks', [one({ kind: 'userPrincipalId', in: ['x'] })], resource('eastus'), 'unknown'],
    [
      'who asks, of another location',
      [one({ kind: 'userPrincipalId', in: ['x'] }, east)],
      resource('westus'),
      'false',
    ],
  ])('%s', (_, selectors, body, outcome) => {
    expect(selects(selectors, body)).toBe(outcome);
  });

  test.each<[string, Value | undefined]>([
    ['nothing', undefined],
    ['an empty list', []],
    ['no list', 'x'],
  ])('%s limits nothing', (_, selectors) => {
    expect(selects(selectors ?? null, resource('westus'))).toBe('true');
  });

  test('a list and its opposite share the resources out between them', () => {
    const locations = fc.constantFrom('eastus', 'West Europe', 'northeurope', undefined);
    const lists = fc.array(fc.constantFrom('eastus', 'westeurope', 'North Europe'), { maxLength: 3 });
    fc.assert(
      fc.property(locations, lists, (location, list) => {
        const inside = selects([one({ kind: 'resourceLocation', in: list })], resource(location));
        const outside = selects([one({ kind: 'resourceLocation', notIn: list })], resource(location));
        expect([inside, outside].sort()).toEqual(['false', 'true']);
      }),
    );
  });
});

test('selectorsCondition says nothing of no selectors', () => {
  expect(selectorsCondition([])).toBeUndefined();
  expect(selectorsCondition(undefined)).toBeUndefined();
});
