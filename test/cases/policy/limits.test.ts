import { describe, expect, test } from 'vitest';
import type { Value, ValueObject } from '../../../src/kernel/index.ts';
import {
  compilePolicy,
  type PolicyCatalogue,
  PolicyPlan,
  parseAssignment,
  parseDefinition,
  parseInitiative,
  policySubject,
  resolveAssignment,
} from '../../../src/policy/index.ts';

const leaf = { field: 'name', equals: 'a' };
const rule = (condition: Value): ValueObject => ({ if: condition, then: { effect: 'audit' } });

function nested(depth: number): ValueObject {
  return depth === 1 ? leaf : { not: nested(depth - 1) };
}

function many(count: number): ValueObject {
  return { anyOf: Array.from({ length: count }, () => leaf) };
}

function problemOf(definition: Value): string | undefined {
  const { policy, diagnostics } = compilePolicy(definition);
  return policy === undefined ? `${diagnostics[0]?.code} ${diagnostics[0]?.message}` : undefined;
}

describe('limits', () => {
  test.each<[string, Value, string | undefined]>([
    ['4,096 conditions', rule(many(4_096)), undefined],
    ['4,097 conditions', rule(many(4_097)), 'more than 4096 conditions'],
    ['64 levels', rule(nested(64)), undefined],
    ['65 levels', rule(nested(65)), 'deeper than 64 levels'],
    ['5,000 levels', rule(nested(5_000)), 'deeper than 64 levels'],
    ['128 conditions of existence', existence(many(128)), undefined],
    ['129 conditions of existence', existence(many(129)), 'has 129 conditions; the limit is 128'],
    ['64 functions deep', rule({ value: call(64), equals: '' }), undefined],
    ['65 functions deep', rule({ value: call(65), equals: '' }), 'malformed'],
    ['an expression of 81,920 characters', rule({ value: quoted(81_916), equals: '' }), undefined],
    ['an expression of 81,921 characters', rule({ value: quoted(81_917), equals: '' }), 'malformed'],
  ])('%s', (_, definition, expected) => {
    if (expected === undefined) expect(problemOf(definition)).toBeUndefined();
    else expect(problemOf(definition)).toContain(expected);
  });

  test('a text that a function makes', () => {
    const text = "[concat(field('tags.a'), field('tags.a'))]";
    const { evaluate } = compilePolicy(rule({ value: text, equals: '' }));
    expect(evaluate({ type: 'a/b', tags: { a: 'x'.repeat(65_536) } }).verdict).toBe('compliant');
    expect(evaluate({ type: 'a/b', tags: { a: 'x'.repeat(65_537) } }).verdict).toBe('error');
  });
});

function existence(condition: Value): ValueObject {
  return {
    if: leaf,
    then: { effect: 'auditIfNotExists', details: { type: 'a/b', existenceCondition: condition } },
  };
}

/** An expression with a text of that length: four characters more. */
function quoted(length: number): string {
  return `['${'a'.repeat(length)}']`;
}

function call(depth: number): string {
  return `[${'toLower('.repeat(depth)}'a'${')'.repeat(depth)}]`;
}

describe('a hostile definition', () => {
  test.each<[string, Value, string]>([
    ['null', null, 'must be an object'],
    ['an array', [], 'must be an object'],
    ['a text', 'x', 'must be an object'],
    ['nothing', {}, 'no `policyRule`'],
    ['a rule that is null', { policyRule: null }, 'no `policyRule`'],
    ['no if', { policyRule: { then: { effect: 'audit' } } }, 'a condition must be an object'],
    ['no then', { if: leaf }, 'no `then`'],
    ['no effect', { if: leaf, then: {} }, 'no `effect`'],
    ['an effect that is a number', { if: leaf, then: { effect: 5 } }, 'no `effect`'],
    ['a misspelt effect', { if: leaf, then: { effect: 'auditIfNotExist' } }, 'LG3004'],
    ['parameters that are a list', { parameters: [], policyRule: rule(leaf) }, 'must be an object'],
    [
      'a parameter that is null',
      { parameters: { a: null }, policyRule: rule(leaf) },
      '`a` must be an object',
    ],
    ['an empty condition', rule({}), 'a condition needs `field`'],
    ['two sides', rule({ field: 'a', value: 'b', equals: 'c' }), 'both `field` and `value`'],
    ['no operator', rule({ field: 'a' }), 'exactly one operator, but has 0'],
    ['two operators', rule({ field: 'a', equals: 'b', like: 'c' }), 'exactly one operator, but has 2'],
    ['a misspelt operator', rule({ field: 'a', notEqual: 'b' }), 'did you mean `notEquals`?'],
    ['allOf that is an object', rule({ allOf: leaf }), 'must be an array of conditions'],
    ['allOf beside anyOf', rule({ allOf: [], anyOf: [] }), 'cannot have `anyOf` beside it'],
    ['not of a list', rule({ not: [leaf] }), 'a condition must be an object'],
    ['a field that is a number', rule({ field: 5, equals: 5 }), 'must be the name of a field'],
    ['an empty field', rule({ field: '', equals: 5 }), 'must be the name of a field'],
    ['a count of nothing', rule({ count: {}, equals: 0 }), 'either `field` or `value`'],
    [
      'a count of both',
      rule({ count: { field: 'a[*]', value: [] }, equals: 0 }),
      'either `field` or `value`',
    ],
    ['a count of no array', rule({ count: { field: 'a' }, equals: 0 }), '`[*]`'],
    ['a count with more', rule({ count: { field: 'a[*]', were: {} }, equals: 0 }), '`count` has no `were`'],
    ['an open expression', rule({ value: "[concat('a']", equals: 'a' }), 'malformed'],
    [
      '__proto__ as an operator',
      JSON.parse('{"if":{"field":"a","__proto__":"x"},"then":{"effect":"audit"}}'),
      '__proto__',
    ],
    [
      '__proto__ in a value',
      JSON.parse('{"if":{"field":"a","equals":{"__proto__":{"x":1}}},"then":{"effect":"audit"}}'),
      '__proto__',
    ],
  ])('%s', (_, definition, expected) => {
    expect(problemOf(definition)).toContain(expected);
    expect(compilePolicy(definition).evaluate({ type: 'a/b' })).toMatchObject({
      verdict: 'error',
      policy: undefined,
    });
  });

  test('a problem says where it is', () => {
    const parsed = parseDefinition({
      properties: { policyRule: rule({ anyOf: [leaf, { field: 'a', equal: 1 }] }) },
    });
    expect(parsed).toMatchObject({
      problem: { code: 'LG3002', pointer: '/properties/policyRule/if/anyOf/1/equal' },
    });
    expect(parseDefinition(rule({ value: 1 }))).toMatchObject({
      problem: { code: 'LG3002', pointer: '/if' },
    });
  });
});

describe('a hostile resource', () => {
  test.each<[string, ValueObject]>([
    ['is empty', {}],
    ['has a type that is a number', { type: 5 }],
    ['has keys of every object', { type: 'a/b', constructor: 'x', toString: null }],
    ['has __proto__', JSON.parse('{"type":"a/b","__proto__":{"name":"a"},"tags":{"__proto__":{"a":1}}}')],
    ['is deep', { type: 'a/b', properties: deep(500) }],
  ])('%s', (_, body) => {
    const conditions = [
      'name',
      'tags.a',
      'tags.__proto__',
      'constructor',
      'properties.a.a',
      "tags['toString']",
    ];
    for (const field of conditions) {
      const { policy, evaluate } = compilePolicy(rule({ field, exists: true }));
      const { verdict } = evaluate(body);
      expect(['compliant', 'non-compliant']).toContain(verdict);
      const subject = policySubject(body);
      const answer = new PolicyPlan([policy!], {
        resolver: { aliases: { find: () => undefined, has: () => false, namesOf: () => [] } },
      })
        .forType(subject.type)
        .evaluate(subject)[0];
      expect(answer).toBe(verdict === 'compliant' ? 1 : 2);
    }
    expect(({} as ValueObject).name).toBeUndefined();
  });

  test('a pattern of a million characters ends soon', () => {
    const started = performance.now();
    const text = 'a'.repeat(1_000_000);
    const verdicts = ['match', 'notMatch', 'matchInsensitively', 'like', 'contains'].map(
      (operator) =>
        compilePolicy(rule({ field: 'tags.a', [operator]: text })).evaluate({
          type: 'a/b',
          tags: { a: text },
        }).verdict,
    );
    expect(verdicts).toEqual(['error', 'error', 'error', 'non-compliant', 'non-compliant']);
    expect(performance.now() - started).toBeLessThan(1_000);
  });

  test('a like with two stars is an error', () => {
    expect(
      compilePolicy(rule({ field: 'name', like: '*a*' })).evaluate({ type: 'a/b', name: 'a' }),
    ).toMatchObject({
      verdict: 'error',
      reason: 'the value `*a*` of like has more than one *',
    });
  });
});

function deep(depth: number): ValueObject {
  let value: ValueObject = {};
  for (let level = 0; level < depth; level++) value = { a: value };
  return value;
}

describe('what points nowhere', () => {
  const nowhere: PolicyCatalogue = { definition: () => undefined, initiative: () => undefined };

  test('an assignment', () => {
    const assignment = parseAssignment({ name: 'a', properties: { policyDefinitionId: '/x/y' } });
    if (typeof assignment === 'string') throw new Error(assignment);
    expect(resolveAssignment(assignment, nowhere)).toMatchObject({
      policies: [],
      diagnostics: [{ code: 'LG3008' }],
    });
  });

  test('an initiative, also to itself', () => {
    const initiative = parseInitiative({
      name: 'i',
      policyDefinitions: [
        { policyDefinitionId: '/none' },
        {},
        { policyDefinitionId: '/x/policySetDefinitions/i' },
      ],
    });
    const assignment = parseAssignment({ policyDefinitionId: 'i' });
    if (typeof initiative === 'string' || typeof assignment === 'string') throw new Error('not parsed');
    const resolved = resolveAssignment(assignment, { ...nowhere, initiative: () => initiative });
    expect(resolved.policies).toEqual([]);
    expect(resolved.diagnostics.map(({ code }) => code)).toEqual(['LG3008', 'LG3008', 'LG3008']);
  });

  test.each<[Value]>([[null], [[]], [{}], ['x'], [{ properties: [] }]])('%j is neither', (json) => {
    expect(parseAssignment(json)).toBeTypeOf('string');
    expect(parseInitiative(json)).toBeTypeOf('string');
  });
});
