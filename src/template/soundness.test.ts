import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Unknown, type Value } from '../kernel/index.ts';
import type { ExpandedResource, Expansion } from './expand.ts';
import { expandTemplate, given } from './expand-for-test.ts';
import { deepEquals } from './functions/index.ts';

/**
 * What an expansion says without a parameter's value has to hold for every value of it. Expressions are grown by the type they
 * are to have, over two parameters of which the value is withheld and one that is always given.
 */
type Kind = 'string' | 'int' | 'bool' | 'array' | 'object';

const texts = ['', 'a', 'A', 'b', 'ab', 'aXb', 'Xa', 'a-b', '-', 'Tls12'];
const quoted = fc.constantFrom(...texts).map((text) => `'${text}'`);
const number = fc.integer({ min: -1, max: 4 }).map(String);
const key = fc.constantFrom("'a'", "'b'", "'A'");

const { string, int, bool, array, object } = fc.letrec<Record<Kind, string>>((tie) => {
  const call = (name: string, ...args: fc.Arbitrary<string>[]) =>
    fc.tuple(...args).map((values) => `${name}(${values.join(', ')})`);
  const grow = (leaf: fc.Arbitrary<string>, ...branches: fc.Arbitrary<string>[]) =>
    fc.oneof({ maxDepth: 4 }, { arbitrary: leaf, weight: branches.length }, ...branches);
  const [s, i, b, a, o] = [tie('string'), tie('int'), tie('bool'), tie('array'), tie('object')];
  const choose = (kind: fc.Arbitrary<string>) => call('if', b, kind, kind);
  const any = fc.oneof(s, i, b, a, o);
  return {
    string: grow(
      fc.oneof(quoted, fc.constantFrom("parameters('text')", "parameters('choice')", "parameters('given')")),
      call('concat', s, s),
      call('concat', s, i, s),
      fc
        .tuple(fc.constantFrom("'{0}'", "'a{0}'", "'{0}b{1}'", "'{1}-{0}'"), s, s)
        .map(([text, one, two]) => `format(${text}, ${one}, ${two})`),
      choose(s),
      call('coalesce', s, s),
      call('toLower', s),
      call('toUpper', s),
      call('trim', s),
      call('substring', s, number, number),
      call('substring', s, number),
      call('replace', s, quoted, s),
      call('take', s, i),
      call('skip', s, i),
      call('first', fc.oneof(s, a)),
      call('last', fc.oneof(s, a)),
      call('join', a, quoted),
      call('padLeft', s, number, fc.constant("'x'")),
      call('string', fc.oneof(i, b, o)),
      fc.tuple(a, i).map(([list, index]) => `${list}[${index}]`),
      o.map((value) => `${value}.a`),
      fc.tuple(o, fc.oneof(key, s)).map(([value, name]) => `${value}[${name}]`),
    ),
    int: grow(
      fc.oneof(number, fc.constant("parameters('count')")),
      call('length', fc.oneof(s, a, o)),
      call('indexOf', s, s),
      call('add', i, i),
      call('min', i, i),
      call('max', i, i),
      choose(i),
    ),
    bool: grow(
      fc.constantFrom('true()', 'false()', "parameters('flag')"),
      call('equals', any, any),
      call('equals', s, s),
      call('and', b, b),
      call('or', b, b),
      call('not', b),
      call('empty', fc.oneof(s, a, o)),
      call('contains', s, s),
      call('contains', a, any),
      call('contains', o, s),
      call('startsWith', s, s),
      call('endsWith', s, s),
      call('less', i, i),
      call('greaterOrEquals', i, i),
      choose(b),
    ),
    array: grow(
      fc.constantFrom("parameters('list')", 'createArray()', "createArray('a')"),
      call('createArray', s, s),
      call('createArray', any),
      call('split', s, quoted),
      call('union', a, a),
      call('intersection', a, a),
      call('concat', a, a),
      call('skip', a, number),
      call('take', a, number),
      call('map', a, fc.constant("lambda('x', concat('m', string(lambdaVariables('x'))))")),
      call(
        'filter',
        a,
        fc.tuple(s).map(([value]) => `lambda('x', equals(lambdaVariables('x'), ${value}))`),
      ),
      call('objectKeys', o),
      choose(a),
    ),
    object: grow(
      fc.constantFrom("parameters('settings')", 'createObject()', "createObject('a', 'a')"),
      call('createObject', key, any),
      call('createObject', key, s, fc.constant("'c'"), any),
      call('createObject', s, any),
      call('union', o, o),
      call(
        'shallowMerge',
        fc.tuple(o, o).map((pair) => `createArray(${pair.join(', ')})`),
      ),
      call('coalesce', o, o),
      choose(o),
    ),
  };
});

const parameterTypes = {
  text: { type: 'string' },
  choice: { type: 'string', allowedValues: ['a', 'ab', 'Tls12'] },
  given: { type: 'string' },
  count: { type: 'int' },
  flag: { type: 'bool' },
  list: { type: 'array' },
  settings: { type: 'object' },
};

const scalar = fc.oneof(fc.constantFrom(...texts), fc.integer({ min: -1, max: 4 }), fc.boolean());
const settings = fc.dictionary(
  fc.constantFrom('a', 'b', 'B', 'c'),
  fc.oneof(scalar, fc.array(scalar, { maxLength: 2 })),
  {
    maxKeys: 3,
  },
);
const values = fc.record({
  text: fc.constantFrom(...texts),
  choice: fc.constantFrom(...parameterTypes.choice.allowedValues),
  count: fc.integer({ min: -1, max: 4 }),
  flag: fc.boolean(),
  list: fc.array(scalar, { maxLength: 3 }),
  settings,
});

const expression = fc.oneof(string, int, bool, array, object);

function resultOf(text: string, parameters: Record<string, Value>): Value {
  const { resources } = expandTemplate(
    {
      parameters: parameterTypes,
      resources: [{ type: 'A.B/c', name: 'x', properties: { value: `[${text}]` } }],
    },
    { parameters: given({ given: 'aXb', ...parameters }) },
  );
  return (resources[0]!.body.properties as { value: Value }).value;
}

/** A template that hands expressions through every construct: variable, condition, loops, a nested deployment and its output. */
const template = fc
  .record({
    shared: expression,
    conditions: fc.tuple(bool, bool),
    count: int,
    text: string,
    kind: fc.constantFrom('string', 'int', 'bool', 'array', 'object'),
    handed: expression,
    scope: fc.constantFrom('inner', 'outer'),
  })
  .map(({ shared, conditions, count, text, kind, handed, scope }) => ({
    parameters: parameterTypes,
    variables: { shared: `[${shared}]`, copy: [{ name: 'loop', count: `[${count}]`, input: `[${text}]` }] },
    resources: [
      {
        type: 'A.B/c',
        name: 'plain',
        condition: `[${conditions[0]}]`,
        properties: {
          shared: "[variables('shared')]",
          loop: "[variables('loop')]",
          copy: [
            { name: 'items', count: `[${count}]`, input: `[concat(string(copyIndex('items')), ${text})]` },
          ],
        },
      },
      {
        type: 'A.B/c',
        name: "[concat('loop', copyIndex())]",
        copy: { name: 'l', count: `[${count}]` },
        tags: { t: `[${text}]` },
      },
      {
        type: 'Microsoft.Resources/deployments',
        name: 'nested',
        condition: `[${conditions[1]}]`,
        properties: {
          expressionEvaluationOptions: { scope },
          parameters: { text: { value: `[${handed}]` } },
          template: {
            parameters: { text: { type: kind } },
            resources: [{ type: 'A.B/c', name: 'inside', properties: { value: "[parameters('text')]" } }],
            outputs: { it: { type: kind, value: "[parameters('text')]" } },
          },
        },
      },
      {
        type: 'A.B/c',
        name: 'reader',
        properties: {
          output: "[reference('nested').outputs.it.value]",
          written: "[reference(resourceId('A.B/c', 'plain')).shared]",
        },
      },
    ],
  }));

const failed = (value: Value) =>
  value instanceof Unknown && value.causes.some((cause) => cause.kind === 'error');

const readsRuntime = (value: Value) =>
  value instanceof Unknown && value.causes.some((cause) => cause.kind === 'reference');

/** Where `partial` claims something of the value that `full` denies; `undefined` when all its claims hold. */
function contradiction(partial: Value, full: Value, path = 'value'): string | undefined {
  // Where the deployment would fail there is no value to be wrong about.
  if (failed(full) || readsRuntime(full)) return undefined;
  if (failed(partial)) return `${path} is said to fail`;
  if (partial instanceof Unknown) return claimOfUnknown(partial, full, path);
  if (Array.isArray(partial)) {
    if (!Array.isArray(full) || full.length !== partial.length) return `${path} has another length`;
    return firstOf(partial.keys(), (at) => contradiction(partial[at]!, full[at]!, `${path}[${at}]`));
  }
  if (typeof partial === 'object' && partial !== null) {
    if (typeof full !== 'object' || full === null || Array.isArray(full) || full instanceof Unknown)
      return `${path} is not an object`;
    if (Object.keys(full).length !== Object.keys(partial).length) return `${path} has other properties`;
    return firstOf(Object.keys(partial), (key) =>
      Object.hasOwn(full, key)
        ? contradiction(partial[key]!, full[key]!, `${path}.${key}`)
        : `${path}.${key} is gone`,
    );
  }
  return deepEquals(partial, full) === true ? undefined : `${path} is not ${JSON.stringify(partial)}`;
}

/** The same for the resources of a template: what is certain has to be there, what is not there has to be uncertain. */
function contradictionOfTemplates(partial: Expansion, full: Expansion): string | undefined {
  const named = (expansion: Expansion, name: Value) => expansion.resources.find((one) => one.name === name);
  const isLooped = (resource: ExpandedResource) => resource.instance.copyIndex !== undefined;
  return (
    firstOf(partial.resources, (resource) => {
      const same = named(full, resource.name);
      if (same !== undefined) return contradiction(resource.body, same.body, String(resource.name));
      const isCertain = resource.uncertain === undefined && full.resources.every((one) => !one.uncertain);
      return isCertain ? `${resource.name} is not there` : undefined;
    }) ??
    firstOf(full.resources, (resource) => {
      if (resource.uncertain !== undefined) return undefined;
      const isThere =
        named(partial, resource.name) ?? (isLooped(resource) && partial.resources.find(isLooped));
      return isThere ? undefined : `${resource.name} was not foreseen`;
    })
  );
}

function claimOfUnknown(partial: Unknown, full: Value, path: string): string | undefined {
  if (full instanceof Unknown) return undefined;
  const { type, prefix, suffix, candidates } = partial;
  const isOfType = {
    string: typeof full === 'string',
    bool: typeof full === 'boolean',
    array: Array.isArray(full),
  };
  if (type !== undefined && type in isOfType && !isOfType[type as keyof typeof isOfType])
    return `${path} is no ${type}`;
  if (typeof full === 'string' && !(full.startsWith(prefix) && full.endsWith(suffix)))
    return `${path} is not ${prefix}…${suffix}`;
  if (candidates && !candidates.some((one) => deepEquals(one, full) === true))
    return `${path} is none of ${JSON.stringify(candidates)}`;
  const known = partial.known?.();
  if (known === undefined || Array.isArray(known)) return undefined;
  return firstOf(Object.keys(known), (key) =>
    contradiction(known[key]!, (full as Record<string, Value>)[key]!, `${path}.${key}`),
  );
}

function firstOf<T>(items: Iterable<T>, check: (item: T) => string | undefined): string | undefined {
  for (const item of items) {
    const found = check(item);
    if (found !== undefined) return found;
  }
  return undefined;
}

describe('what is said of a value without its parameters', () => {
  it('holds for all values of them', () => {
    fc.assert(
      fc.property(expression, values, (text, parameters) => {
        const partial = resultOf(text, {});
        const full = resultOf(text, parameters);
        const found = contradiction(partial, full);
        if (found !== undefined)
          throw new Error(
            `${found}\n${text}\nwithout: ${JSON.stringify(partial)}\nwith: ${JSON.stringify(full)}`,
          );
      }),
      { numRuns: Number(process.env.SOUNDNESS_RUNS ?? 1_000) },
    );
  });

  it('holds of whole templates', () => {
    fc.assert(
      fc.property(template, values, (source, parameters) => {
        const partial = expandTemplate(source, { parameters: given({ given: 'aXb' }) });
        const full = expandTemplate(source, { parameters: given({ given: 'aXb', ...parameters }) });
        expect(contradictionOfTemplates(partial, full)).toBeUndefined();
      }),
      { numRuns: Number(process.env.SOUNDNESS_RUNS ?? 500) },
    );
  });

  it('holds when only some of them are withheld', () => {
    fc.assert(
      fc.property(
        expression,
        values,
        fc.subarray(['text', 'choice', 'count', 'flag', 'list', 'settings']),
        (text, parameters, some) => {
          const partial = resultOf(
            text,
            Object.fromEntries(some.map((name) => [name, parameters[name as 'text']])),
          );
          expect(contradiction(partial, resultOf(text, parameters))).toBeUndefined();
        },
      ),
      { numRuns: Number(process.env.SOUNDNESS_RUNS ?? 500) },
    );
  });
});
