import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Value } from '../../../kernel/index.ts';
import { policyObjects } from './policy-objects.ts';
import { printPolicy } from './print-policy.ts';
import { readPolicy } from './read-policy.ts';

describe('readPolicy', () => {
  test.each<[Value, string]>([
    [null, 'null'],
    [[], 'a list'],
    ['x', 'a string'],
  ])('says that %j is no policy', (value, found) => {
    const { policy, diagnostics } = readPolicy(value, 'ca.json');
    expect(policy).toBeUndefined();
    expect(diagnostics).toMatchObject([
      { code: 'LG8050', message: `a Conditional Access policy is ${found}, not an object`, file: 'ca.json' },
    ]);
  });

  test('keeps what it does not know, and names it where it has a meaning', () => {
    const value = {
      id: 'P',
      state: 'enabled',
      '@odata.type': '#microsoft.graph.conditionalAccessPolicy',
      createdDateTime: '2026-01-01T00:00:00Z',
      conditions: { users: { includeUsers: ['All'], includeMoods: ['happy'] }, weather: { isSunny: true } },
      grantControls: { operator: 'XOR', builtInControls: ['mfa', 'compliantDevice'] },
    };
    const { policy, diagnostics } = readPolicy(value, 'ca.json');
    expect(policy?.unread).toEqual(
      ['conditions.users.includeMoods', 'conditions.weather.isSunny', 'grantControls.operator'].sort(
        (a, b) => (policy?.unread.indexOf(a) ?? 0) - (policy?.unread.indexOf(b) ?? 0),
      ),
    );
    expect(diagnostics.map(({ code }) => code)).toEqual(['LG8051', 'LG8051', 'LG8051']);
    expect(policy && printPolicy(policy)).toEqual(value);
  });

  test('names what is not of the expected shape once', () => {
    const { policy, diagnostics } = readPolicy({ id: 'P', state: 'enabled', conditions: 'none' }, 'ca.json');
    expect(policy?.unread).toEqual(['conditions']);
    expect(diagnostics.map(({ message }) => message)).toEqual([
      '`conditions` of the Conditional Access policy `P` is not an object',
    ]);
  });

  test('reads any object without throwing and prints back what it holds', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom('id', 'state', 'conditions', 'other'), fc.jsonValue()),
        (value) => {
          const { policy } = readPolicy(value as Value, 'ca.json');
          const again = policy && readPolicy(printPolicy(policy), 'ca.json').policy;
          expect(again && printPolicy(again)).toEqual(policy && printPolicy(policy));
        },
      ),
    );
  });
});

test('policyObjects takes an answer of Graph, a list and one policy', () => {
  expect(policyObjects({ value: [{ id: 'a' }, { id: 'b' }] })).toEqual([{ id: 'a' }, { id: 'b' }]);
  expect(policyObjects([{ id: 'a' }])).toEqual([{ id: 'a' }]);
  expect(policyObjects({ id: 'a' })).toEqual([{ id: 'a' }]);
});
