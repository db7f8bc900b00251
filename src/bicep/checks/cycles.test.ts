import { describe, expect, it } from 'vitest';
import { bindFile } from '../binding/index.ts';
import { parseBicep } from '../syntax/index.ts';
import { hasCycles } from './check-cycles.ts';
import { check, expectErrors, expectValid } from './checked.case.ts';
import { shortestPath, stronglyConnected } from './strongly-connected.ts';

const resource = (symbol: string, value: string) =>
  `resource ${symbol} 'B/c@2020-01-01' = {\n  name: '${symbol}'\n  properties: {\n    a: ${value}\n  }\n}\n`;

describe('declarations that need each other', () => {
  it.each([
    ['var a = «a»', 'LG7215 BCP079'],
    ['param a string = «a»', 'LG7215 BCP079'],
    ['func f(n int) int => «f(n)»', 'LG7215 BCP079'],
    ['var a = «b»\nvar b = {\n  c: «a»\n}', 'LG7261 BCP080'],
    ['var a = «b»\nvar b = «c»\nvar c = «a»\nvar d = a', 'LG7261 BCP080'],
    [`${resource('a', '«b».id')}${resource('b', '«a».id')}`, 'LG7261 BCP080'],
    [`${resource('a', '«v»')}var v = «a».id`, 'LG7261 BCP080'],
    ['type «t» = t', 'LG7215 BCP298'],
    ['type «t» = {\n  t: t\n}', 'LG7215 BCP298'],
    ['type «t» = t[]', 'LG7215 BCP298'],
    ['type «a» = b\ntype «b» = {\n  c: a\n}', 'LG7261 BCP299'],
  ])('%s', (marked, code) => {
    expectErrors(marked, code);
  });

  it.each([
    'var a = b\nvar b = 1',
    `${resource('a', '1')}${resource('b', 'a.id')}${resource('c', '[a.id, b.id]')}`,
    'type t = {\n  next: t?\n}',
    'type t = {\n  *: t\n}',
    'type n = t?\ntype t = {\n  next: n\n}',
  ])('%s is right', (text) => {
    expectValid(text);
  });

  it('names the way round', () => {
    const [first] = check('var a = b\nvar b = c\nvar c = a');
    expect(first?.message).toBe('the declarations need each other: b -> c -> a (BCP080)');
  });

  it('tells of a file beforehand whether a template can be made of it', () => {
    const isCyclic = (text: string) => hasCycles(bindFile(parseBicep('main.bicep', text)));
    expect(isCyclic('var a = b\nvar b = a')).toBe(true);
    expect(isCyclic('var a = b\nvar b = 1')).toBe(false);
  });

  it('is not slow and not deep in a long chain', () => {
    const count = 5_000;
    const edges = new Map(Array.from({ length: count }, (_, at) => [at, [(at + 1) % count]] as const));
    expect(new Set(stronglyConnected(edges).values()).size).toBe(1);
    expect(shortestPath(1, 0, edges)).toHaveLength(count);
    expect(shortestPath(0, -1, edges)).toBeUndefined();
  });
});
