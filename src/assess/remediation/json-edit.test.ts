import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type ArrayNode,
  type JsonNode,
  type ObjectNode,
  parseJson,
  plainValue,
  type Value,
} from '../../kernel/index.ts';
import { addItems, addProperties, removeParts, replaceNode } from './json-edit.ts';
import { editedText, type TextEdit } from './text-edit.ts';

function edited(text: string, edit: (root: JsonNode) => TextEdit | TextEdit[]): string {
  const { root, source } = parseJson('a.json', text);
  return editedText(source, [edit(root!)].flat());
}

const add = (properties: Record<string, Value>) => (root: JsonNode) =>
  addProperties(root as ObjectNode, new Map(Object.entries(properties)));
const remove =
  (...positions: number[]) =>
  (root: JsonNode) =>
    removeParts(root as ObjectNode | ArrayNode, new Set(positions));

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
    ['with a bracket that is no expression', '{ "a": 1 }', { b: '[x]' }, '{ "a": 1, "b": "[[x]" }'],
  ])('%s', (_, text, properties, expected) => {
    expect(edited(text, add(properties))).toBe(expected);
  });
});

it('items are added', () => {
  expect(edited('[\n  1\n]', (root) => addItems(root as ArrayNode, [2, 3]))).toBe('[\n  1,\n  2,\n  3\n]');
  expect(edited('[]', (root) => addItems(root as ArrayNode, [2]))).toBe('[\n  2\n]');
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
