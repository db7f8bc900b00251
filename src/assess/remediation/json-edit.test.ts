import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type ArrayNode,
  editedText,
  type JsonNode,
  type ObjectNode,
  parseJson,
  plainValue,
  type TextEdit,
  type Value,
} from '../../kernel/index.ts';
import { editParts, replaceNode } from './json-edit.ts';

function edited(text: string, edit: (root: JsonNode) => TextEdit | TextEdit[]): string {
  const { root, source } = parseJson('a.json', text);
  return editedText(source, [edit(root!)].flat());
}

const add = (properties: Record<string, Value>) => (root: JsonNode) =>
  editParts(root as ObjectNode, Object.entries(properties));
const remove =
  (...positions: number[]) =>
  (root: JsonNode) =>
    editParts(root as ObjectNode | ArrayNode, [], new Set(positions));

describe('properties are added', () => {
  it.each<[string, string, Record<string, Value>, string]>([
    [
      'on lines of their own',
      '{\n  "a": 1\n}',
      { b: { c: true } },
      '{\n  "a": 1,\n  "b": {\n    "c": true\n  }\n}',
    ],
    ['on the same line', '{ "a": 1 }', { b: 2 }, '{ "a": 1, "b": 2 }'],
    ['several at once', '{ "a": 1 }', { b: 2, c: 3 }, '{ "a": 1, "b": 2, "c": 3 }'],
    ['to nothing', '{}', { b: 2 }, '{\n  "b": 2\n}'],
    ['with tabs', '{\n\t"a": 1\n}', { b: [1] }, '{\n\t"a": 1,\n\t"b": [\n\t\t1\n\t]\n}'],
    ['behind a trailing comma', '{\n  "a": 1,\n}', { b: 2 }, '{\n  "a": 1,\n  "b": 2\n}'],
    ['behind a comment', '{\n  "a": 1 // one\n}', { b: 2 }, '{\n  "a": 1, // one\n  "b": 2\n}'],
    ['beside a comment', '{ "a": 1 /* one */ }', { b: 2 }, '{ "a": 1 /* one */, "b": 2 }'],
    ['under a comment', '{\n  // none yet\n}', { b: 2 }, '{\n  // none yet\n  "b": 2\n}'],
    [
      'with the line ends of the file',
      '{\r\n  "a": 1\r\n}',
      { b: [1] },
      '{\r\n  "a": 1,\r\n  "b": [\r\n    1\r\n  ]\r\n}',
    ],
    ['with a bracket that is no expression', '{ "a": 1 }', { b: '[x]' }, '{ "a": 1, "b": "[[x]" }'],
  ])('%s', (_, text, properties, expected) => {
    expect(edited(text, add(properties))).toBe(expected);
  });
});

it('items are added', () => {
  const append =
    (...items: Value[]) =>
    (root: JsonNode) =>
      editParts(root as ArrayNode, [...items.entries()]);
  expect(edited('[\n  1\n]', append(2, 3))).toBe('[\n  1,\n  2,\n  3\n]');
  expect(edited('[]', append(2))).toBe('[\n  2\n]');
});

it('a node is replaced', () => {
  expect(
    edited('{ "a": "x" }', (root) => replaceNode((root as ObjectNode).properties[0]!.value, false)),
  ).toBe('{ "a": false }');
});

describe('parts are removed', () => {
  it.each<[string, number[], string]>([
    ['the first', [0], '{\n  "b": 2,\n  "c": 3\n}'],
    ['the middle', [1], '{\n  "a": 1,\n  "c": 3\n}'],
    ['the last', [2], '{\n  "a": 1,\n  "b": 2\n}'],
    ['the last two', [1, 2], '{\n  "a": 1\n}'],
    ['all', [0, 1, 2], '{}'],
  ])('%s', (_, positions, expected) => {
    expect(edited('{\n  "a": 1,\n  "b": 2,\n  "c": 3\n}', remove(...positions))).toBe(expected);
  });

  it.each<[string, string, number[], string]>([
    [
      'with the comment in its line',
      '{\n  "a": 1, // one\n  // two\n  "b": 2\n}',
      [0],
      '{\n  // two\n  "b": 2\n}',
    ],
    ['from behind a comment', '{\n  "a": 1, // one\n  "b": 2\n}', [1], '{\n  "a": 1 // one\n}'],
    [
      'but not the comments around it',
      '[1, /* two */ 2, /* three */ 3]',
      [1],
      '[1, /* two */ /* three */ 3]',
    ],
    ['behind commas that begin lines', '{\n  "a": 1\n  , "b": 2\n}', [0], '{\n  "b": 2\n}'],
  ])('%s', (_, text, positions, expected) => {
    expect(edited(text, remove(...positions))).toBe(expected);
  });

  it('while others are added', () => {
    const both = (root: JsonNode) => editParts(root as ArrayNode, [[0, 9]], new Set([0, 2]));
    expect(edited('[\n  1,\n  2,\n  3\n]', both)).toBe('[\n  2,\n  9\n]');
    expect(edited('[1, 2, 3]', both)).toBe('[2, 9]');
  });

  it('or added, comments and the rest stay, however the text is laid out', () => {
    const gap = fc
      .array(fc.constantFrom(' ', '\n', '\r\n', '  ', '/* c */', '// c\n', '\t'), { maxLength: 4 })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(
        fc.array(fc.tuple(gap, gap), { maxLength: 5 }),
        gap,
        fc.uniqueArray(fc.nat(4)),
        fc.array(fc.constantFrom<Value>(7, [8], { x: 9 }), { maxLength: 2 }),
        (gaps, end, wanted, added) => {
          const items = gaps.map((_, index) => index);
          const text = `[${gaps.map(([before, after], index) => `${before}${index}${after}`).join(',')}${end}]`;
          const removed = new Set(wanted.filter((at) => at < items.length));
          const result = edited(text, (root) => editParts(root as ArrayNode, [...added.entries()], removed));
          const { root, diagnostics } = parseJson('a.json', result);
          expect(diagnostics).toEqual([]);
          expect(plainValue(root!)).toEqual([...items.filter((at) => !removed.has(at)), ...added]);
          expect(result).not.toMatch(/,\s*]/);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('and the rest stays, whichever they are and however the text is laid out', () => {
    const layouts = fc.constantFrom(undefined, 2, '\t');
    fc.assert(
      fc.property(
        fc.array(fc.integer(), { minLength: 1, maxLength: 6 }),
        fc.array(fc.nat(5), { minLength: 1, maxLength: 4 }),
        layouts,
        (items, wanted, layout) => {
          const positions = [...new Set(wanted)].filter((position) => position < items.length);
          if (positions.length === 0) return;
          const text = edited(JSON.stringify(items, null, layout), remove(...positions));
          const { root, diagnostics } = parseJson('a.json', text);
          expect(diagnostics).toEqual([]);
          expect(plainValue(root!)).toEqual(items.filter((_, position) => !positions.includes(position)));
        },
      ),
    );
  });
});
