import { expect, test } from 'vitest';
import { everyElement, type FieldPath, parseFieldPath, selectValues } from './field-path.ts';

test.each<[string, FieldPath]>([
  ['a.b', ['a', 'b']],
  ['a[*].b', ['a', everyElement, 'b']],
  ['a[0].b', ['a', 0, 'b']],
  ["a['b.c']", ['a', 'b.c']],
  ["a['it''s']", ['a', "it's"]],
  ['a[b]', ['a', 'b']],
  ['a[b', ['a[b']],
  ['', []],
])('%s', (text, path) => {
  expect(parseFieldPath(text)).toEqual(path);
});

const body = { Rules: [{ port: 1 }, { port: [2, 3] }, 'x'], nothing: null };

test.each<[string, unknown[]]>([
  ['rules[*].PORT', [1, [2, 3], undefined]],
  ['rules[*].port[*]', [undefined, 2, 3, undefined]],
  ['rules[1].port[0]', [2]],
  ['rules[7]', [undefined]],
  ['nothing[*]', [undefined]],
  ['nothing.more', [undefined]],
  ['constructor', [undefined]],
])('%s of a resource', (text, values) => {
  expect(selectValues(body, parseFieldPath(text)).map(({ value }) => value)).toEqual(values);
});

test('a value knows where it is', () => {
  expect(selectValues(body, parseFieldPath('rules[*].port'))[1]?.path).toEqual(['Rules', 1, 'port']);
});
