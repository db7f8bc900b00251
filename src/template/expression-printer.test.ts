import { expect, it } from 'vitest';
import { Unknown, type Value } from '../kernel/index.ts';
import { printExpression, printFunctionCall } from './expression-printer.ts';
import { joinText } from './text.ts';

it.each<[string, Value]>([
  ['null()', null],
  ['true()', true],
  ['5', 5],
  ['1152921504606846976', 2n ** 60n],
  ["float('1.5')", 1.5],
  ["'it''s'", "it's"],
  ["createArray(1, 'a')", [1, 'a']],
  ["createObject('a', createArray(), 'b c', createObject('d', null()))", { a: [], 'b c': { d: null } }],
  ["createArray(parameters('p'))", [new Unknown("parameters('p')")]],
])('prints %s', (text, value) => {
  expect(printExpression(value)).toBe(text);
});

it('cuts what is long', () => {
  let shared: Value = ['x'];
  for (let at = 0; at < 200; at++) shared = [shared, shared];
  for (const value of [shared, 'x'.repeat(1_000_000), Array(1_000_000).fill(1)]) {
    expect(printExpression(value).length).toBeLessThan(9_000);
    expect(printFunctionCall('f', [value, value]).length).toBeLessThan(9_000);
  }
});

it('joins texts, and keeps the known ends of what is unknown', () => {
  const unknown = new Unknown("parameters('p')", { prefix: 'x', suffix: 'y', secret: true });
  expect(joinText('a', 'b')).toBe('ab');
  expect(joinText('a', unknown, '-', unknown, 'b')).toMatchObject({
    expression: "format('a{0}-{0}b', parameters('p'), parameters('p'))",
    prefix: 'ax',
    suffix: 'yb',
    secret: true,
  });
});
