import { describe, expect, test } from 'vitest';
import type { ValueObject } from '../kernel/index.ts';
import { aliasTable } from './alias-table.ts';
import { alter } from './alteration.ts';
import { type BoundPolicy, bindPolicy } from './bound-policy.ts';
import { parseDefinition } from './definition.ts';
import { effects } from './effects/index.ts';
import { evaluatePolicy } from './evaluate-policy.ts';
import { policySubject } from './policy-subject.ts';

const options = {
  resolver: {
    aliases: aliasTable([
      [
        'a/b',
        [
          { name: 'a/b/open', path: 'properties.open', modifiable: true },
          { name: 'a/b/fixed', path: 'properties.fixed', modifiable: false },
        ],
      ],
    ]),
  },
};

function bound(effect: string, details: ValueObject | ValueObject[], field = 'type'): BoundPolicy {
  const parsed = parseDefinition({ if: { field, notEquals: false }, then: { effect, details } });
  if ('problem' in parsed) throw new Error(parsed.problem.problem);
  return bindPolicy(parsed.definition, { parameters: { conflict: 'audit' } }).policy!;
}

const modify = (field: string, rest: ValueObject = {}) =>
  bound('modify', { operations: [{ operation: 'addOrReplace', field, value: false }], ...rest });

test('effects act in the documented order', () => {
  const order = [
    'disabled',
    'append',
    'modify',
    'deny',
    'audit',
    'auditIfNotExists',
    'deployIfNotExists',
    'manual',
    'denyAction',
  ];
  const numbers = order.map((name) => effects.get(name.toLowerCase())!.order);
  expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
});

test('a modification keeps a later deny from triggering', () => {
  const deny = bound('deny', {}, 'a/b/open');
  const subject = policySubject({ type: 'a/b', properties: { open: true } });
  expect(evaluatePolicy(deny, subject, options).verdict).toBe('non-compliant');
  const altered = alter(modify('a/b/open'), subject, options).subject;
  expect(evaluatePolicy(deny, altered, options).verdict).toBe('compliant');
  expect(subject.body).toEqual({ type: 'a/b', properties: { open: true } });
});

describe('a property that policy may not modify', () => {
  test.each<[string, ValueObject, string]>([
    ['denies by default', {}, 'conflict'],
    ['denies', { conflictEffect: 'Deny' }, 'conflict'],
    ['is skipped with audit', { conflictEffect: 'audit' }, 'skipped'],
    ['is skipped with disabled', { conflictEffect: 'disabled' }, 'skipped'],
    ['takes the effect from a parameter', { conflictEffect: "[parameters('conflict')]" }, 'skipped'],
  ])('%s', (_, rest, outcome) => {
    const subject = policySubject({ type: 'a/b', properties: { fixed: true } });
    const result = alter(modify('a/b/fixed', rest), subject, options);
    expect(result.alterations.map((one) => one.outcome)).toEqual([outcome]);
    expect(result.subject).toBe(subject);
  });

  test('may be appended', () => {
    const append = bound('append', [{ field: 'a/b/fixed', value: 1 }]);
    const { subject } = alter(append, policySubject({ type: 'a/b' }), options);
    expect(subject.body).toEqual({ type: 'a/b', properties: { fixed: 1 } });
  });
});

test('large numbers are compared by value', () => {
  const append = bound('append', [{ field: 'a/b/open', value: 9007199254740993n as never }]);
  const subject = policySubject({ type: 'a/b', properties: { open: 9007199254740993n } });
  expect(alter(append, subject, options).alterations[0]?.outcome).toBe('unchanged');
});
