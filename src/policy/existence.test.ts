import { describe, expect, test } from 'vitest';
import { Unknown, type Value, type ValueObject } from '../kernel/index.ts';
import { compilePolicy } from './compile-policy.ts';
import { matchesName, type RelatedQuery } from './existence.ts';
import { policySubject } from './policy-subject.ts';

describe('the name of a related resource', () => {
  const unknown = (facts: object) => new Unknown('n', { type: 'string', ...facts });
  test.each<[Value, string, string]>([
    ['server/default', 'default', 'true'],
    ['server/default', 'server/default', 'true'],
    ['server/Default', 'default', 'true'],
    ['server/default', 'other/default', 'false'],
    ['server/default', 'server/?', 'true'],
    ['server/default', 'other/?', 'false'],
    ['default', '?', 'true'],
    ['default', 'defaul?', 'false'],
    [null, 'default', 'false'],
    [unknown({}), 'default', 'unknown'],
    [unknown({ suffix: '/default' }), 'default', 'true'],
    [unknown({ suffix: '/other' }), 'default', 'false'],
    [unknown({ suffix: '/other' }), 'server/?', 'unknown'],
  ])('%s is %s: %s', (name, wanted, truth) => {
    expect(matchesName(policySubject({ type: 'a/b/c', name }), wanted)).toBe(truth);
  });
});

describe('what is looked for', () => {
  function queryOf(details: ValueObject, parameters: Record<string, Value> = {}): RelatedQuery | undefined {
    let asked: RelatedQuery | undefined;
    const rule = { if: { field: 'type', equals: 'A/b' }, then: { effect: 'auditIfNotExists', details } };
    compilePolicy(rule, { parameters }).evaluate(
      { type: 'A/b', name: 'n' },
      {
        related: (query) => {
          asked = query;
          return { resources: [], complete: true };
        },
      },
    );
    return asked;
  }

  test.each<[string, ValueObject, Partial<RelatedQuery>]>([
    [
      'a child',
      { type: 'A/B/C' },
      { type: 'a/b/c', relation: 'child', scope: 'resourceGroup', name: undefined },
    ],
    ['the same type', { type: 'a/b', name: "[field('name')]" }, { relation: 'self', name: 'n' }],
    ['an extension', { type: 'Microsoft.Insights/diagnosticSettings' }, { relation: 'extension' }],
    [
      'another type',
      { type: 'a/bc', existenceScope: 'Subscription' },
      { relation: 'elsewhere', scope: 'subscription' },
    ],
    ['another group', { type: 'x/y', ResourceGroupName: 'G' }, { relation: 'elsewhere', resourceGroup: 'G' }],
    ['a computed type', { type: "[concat('x', '/y')]" }, { type: 'x/y' }],
  ])('%s', (_, details, expected) => {
    expect(queryOf(details)).toMatchObject(expected);
  });

  test('a resource group that is not known leaves open which resource is meant', () => {
    const rule = {
      if: { field: 'type', equals: 'a/b' },
      then: { effect: 'auditIfNotExists', details: { type: 'x/y', resourceGroupName: "[parameters('g')]" } },
    };
    const { evaluate } = compilePolicy(rule, { parameters: { g: new Unknown('g') } });
    expect(evaluate({ type: 'a/b' }, { related: [{ type: 'x/y', name: 'z' }] }).verdict).toBe('unknown');
  });
});
