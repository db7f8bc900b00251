import { describe, expect, it } from 'vitest';
import type { ValueObject } from '../../kernel/index.ts';
import { compilePolicy } from '../../policy/index.ts';
import { NamedValues } from './named-values.ts';

function named(rule: ValueObject, properties: ValueObject = {}, parameters = {}): NamedValues {
  const { policy } = compilePolicy(
    { ...properties, policyRule: { if: rule, then: { effect: 'audit' } } },
    { parameters },
  );
  return new NamedValues(policy!);
}

describe('the values that a policy names for a field', () => {
  it('are those of its conditions, without patterns and blanks', () => {
    const names = named({
      anyOf: [
        { field: 'kind', equals: 'a' },
        { not: { field: 'KIND', in: ['b', 'c'] } },
        { field: 'kind', like: 'd*' },
        { field: 'kind', equals: '' },
        { field: 'kind', exists: true },
        { count: { field: 'x[*]', where: { field: 'x[*].y', equals: 1 } }, greater: 0 },
      ],
    });
    expect(names.of('Kind')).toEqual(['a', 'b', 'c']);
    expect(names.of('x[*].y')).toEqual([1]);
    expect(names.of('other')).toEqual([]);
    expect([...names.fields]).toEqual(['kind', 'x[*].y']);
  });

  it('are the allowed values of its parameters', () => {
    const parameters = { p: { type: 'String', allowedValues: ['x', 'y'], defaultValue: 'x' } };
    expect(named({ field: 'kind', equals: "[parameters('p')]" }, { parameters }).of('kind')).toEqual([
      'x',
      'x',
      'y',
    ]);
  });

  it('are the values of the parameters in an expression', () => {
    const names = named({ value: 1, equals: 1 }, {}, { list: ['a', '', 'b'], one: 5, deep: { a: 1 } });
    const text = "[contains(parameters('list'), parameters('one'), parameters('deep'), parameters('none'))]";
    expect(names.ofParameters(text)).toEqual(['a', 'b', 5]);
  });
});

describe('the advice of a policy', () => {
  const stated = (remediation: string, path: string[]) =>
    named({ field: 'kind', equals: 'a' }, { metadata: { remediation } }).statedFor(path);

  it.each([
    ['Set site.minTls to 1.2', ['properties', 'site', 'minTls'], ['1.2']],
    ['Set state to On or AlwaysOn.', ['properties', 'state'], ['On', 'AlwaysOn']],
    ['Set a.state to On and b.state to Off', ['properties', 'B', 'State'], ['Off']],
    ['Set days to -1 and wait', ['properties', 'days'], ['-1']],
    ['Set subject to repo:<name>', ['properties', 'subject'], []],
    ['Set state to a value of yours', ['properties', 'state'], []],
    ['Set state to On', ['properties', 'other'], []],
    ['', ['identity', 'type'], ['SystemAssigned']],
  ])('%j says of %j %j', (advice, path, expected) => {
    expect(stated(advice, path)).toEqual(expected);
  });
});

it('a policy mentions a word in its name, category or advice', () => {
  const names = named(
    { field: 'kind', equals: 'a' },
    { displayName: 'Things use an SKU', metadata: { category: 'Tags', remediation: 'Move' } },
  );
  expect(['sku', 'Tag', 'move', 'tier'].map((word) => names.mentions(word))).toEqual([
    true,
    true,
    true,
    false,
  ]);
});
