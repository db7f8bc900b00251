import { describe, expect, it } from 'vitest';
import type { Value } from '../../kernel/index.ts';
import { edited, type MarkedEdit } from './edited.case.ts';

const replace = (value: Value): MarkedEdit => ({ kind: 'replace', value });
const set = (path: string, value: Value): MarkedEdit => ({ kind: 'set', path: path.split('.'), value });
const remove = (...path: (string | number)[]): MarkedEdit => ({ kind: 'remove', path });
const append = (...values: Value[]): MarkedEdit => ({ kind: 'append', values });

describe('a value is replaced', () => {
  it.each<[string, string, Value, string]>([
    ['of a property', "var a = {\n  b: «'x'» // why\n}\n", 'y', "var a = {\n  b: 'y' // why\n}\n"],
    ['of a variable', 'var a = «1»', -2, 'var a = -2'],
    ['that is negative', 'var a = «-1»', 9223372036854775807n, 'var a = 9223372036854775807'],
    ['that is no integer', "var a = «json('0.5')»", 0.25, "var a = json('0.25')"],
    [
      "of a parameter's default",
      "@allowed(['x', 'y'])\nparam a string = «'x'»",
      'y',
      "@allowed(['x', 'y'])\nparam a string = 'y'",
    ],
    ['in a list', 'var a = [\n  «1»\n  2\n]', null, 'var a = [\n  null\n  2\n]'],
    ['that is chosen', "var a = b ? «'x'» : 'y'", 'z', "var a = b ? 'z' : 'y'"],
    ['in parentheses', "var a = («'x'»)", 'z', "var a = ('z')"],
    ['by a text with escapes', "var a = «'x'»", "it's ${b} \\ $c\t", "var a = 'it\\'s \\${b} \\\\ $c\\t'"],
    ['by a text of two lines', "var a = «'x'»", 'one\n  two ${b}', "var a = '''\none\n  two ${b}'''"],
    ['by two lines within one', "var a = [«'x'»]", 'one\ntwo', "var a = ['one\\ntwo']"],
    ['by an object', 'var a = «null»', { b: [1, {}] }, 'var a = {\n  b: [\n    1\n    {}\n  ]\n}'],
    [
      'in one line by an object',
      'var a = { b: «null» }',
      { c: [1, true] },
      'var a = { b: { c: [1, true] } }',
    ],
    [
      'with names in quotes',
      'var a = «1»',
      { 'b-c': 1, true: 2, d: 3 },
      "var a = {\n  'b-c': 1\n  'true': 2\n  d: 3\n}",
    ],
    [
      'and what is alike stays',
      'var a = «{\n  b: 1 // b\n  c: [1, 2] // c\n  d: 0\n}»',
      { b: 1, c: [1, 2, 3], e: 4 },
      'var a = {\n  b: 1 // b\n  c: [1, 2, 3] // c\n  e: 4\n}',
    ],
    [
      'and items that stay keep their comments',
      "var a = «[\n  'x' // x\n  'y' // y\n]»",
      ['y'],
      "var a = [\n  'y' // y\n]",
    ],
  ])('%s', (_, text, value, expected) => {
    expect(edited(text, [replace(value)])).toBe(expected);
  });

  it('of a parameter assignment', () => {
    expect(edited("using 'main.bicep'\nparam a = «'x'» // x\n", [replace('y')], 'main.bicepparam')).toBe(
      "using 'main.bicep'\nparam a = 'y' // x\n",
    );
  });

  it.each<[string, string]>([
    ['an expression', 'var a = «b + 1»'],
    ['a string with a hole', "var a = «'x${b}'»"],
    ['an object with a reference', 'var a = «{ b: c }»'],
    ['an object with a spread', 'var a = «{ ...c }»'],
    ["a resource's type", "resource a «'A/b@2020-01-01'» = {}"],
    ['a path', "module a «'x.bicep'» = {}"],
    ['an argument', "var a = f(«'x'»)"],
    ['an index', "var a = b[«'x'»]"],
    ['a name', "var a = { «'b'»: 1 }"],
    ['an argument of a decorator', '@minLength(«1»)\nparam a string'],
    ['a part of a value', "var a = 'x«y»z'"],
  ])('but not %s', (_, text) => {
    expect(edited(text, [replace('z')])).toBe('the value is computed: change the expression');
  });

  it('but not where comments would be lost', () => {
    expect(edited("var a = «[ 'x' /* why */ ]»", [replace('z')])).toBe('comments in the value would be lost');
  });
});

const body =
  "resource a 'A/b@2020-01-01' = «{\n  name: 'a'\n  properties: {\n    b: 1 // b\n  }\n  // end\n}»\n";

describe('a property is set', () => {
  it.each<[string, string, MarkedEdit, string]>([
    ['that is there', body, set('properties.b', 2), body.replace('b: 1', 'b: 2')],
    ['that is missing', body, set('properties.c', true), body.replace('// b\n', '// b\n    c: true\n')],
    [
      'with what is around it',
      body,
      set('properties.c.d', 'x'),
      body.replace('// b\n', "// b\n    c: {\n      d: 'x'\n    }\n"),
    ],
    ['on top', body, set('tags.x', 'y'), body.replace('  }\n  //', "  }\n  tags: {\n    x: 'y'\n  }\n  //")],
    ['in another case', body, set('Properties.B', 2), body.replace('b: 1', 'b: 2')],
    ['of nothing', 'var a = «{}»', set('b', 1), 'var a = {\n  b: 1\n}'],
    ['of nothing but a comment', 'var a = «{\n  // none\n}»', set('b', 1), 'var a = {\n  // none\n  b: 1\n}'],
    ['in one line', 'var a = «{ b: 1 }»', set('c.d', [2]), 'var a = { b: 1, c: { d: [2] } }'],
    ['of nothing in one line', 'var a = { b: «{}» }', set('c', 1), 'var a = { b: { c: 1 } }'],
    [
      'beside the closing brace',
      'var a = «{ b: 1\n  c: 2 }»',
      set('d', 3),
      'var a = { b: 1\n  c: 2\n  d: 3 }',
    ],
    ['behind a spread', 'var a = «{\n  ...b\n}»', set('c', 1), 'var a = {\n  ...b\n  c: 1\n}'],
    ['with tabs', 'var a = «{\n\tb: 1\n}»', set('c.d', 1), 'var a = {\n\tb: 1\n\tc: {\n\t\td: 1\n\t}\n}'],
  ])('%s', (_, text, edit, expected) => {
    expect(edited(text, [edit])).toBe(expected.replaceAll(/[«»]/g, ''));
  });

  it('with the line ends of the file', () => {
    const text = body.replaceAll('\n', '\r\n');
    const result = edited(text, [set('properties.c', { d: [1], e: 'x\r\ny' })]);
    expect(result.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(result).toContain(
      "// b\r\n    c: {\r\n      d: [\r\n        1\r\n      ]\r\n      e: '''\r\nx\r\ny'''\r\n    }\r\n",
    );
  });

  it('with others in one object', () => {
    const result = edited(body, [
      set('properties.c.d', 1),
      set('properties.c.e', 2),
      remove('properties', 'b'),
    ]);
    expect(result).toContain('properties: {\n    c: {\n      d: 1\n      e: 2\n    }\n  }\n');
  });

  it.each<[string, string, MarkedEdit]>([
    ['in what is computed', 'var a = «{ b: c }»', set('b.d', 1)],
    ['over an expression', 'var a = «{ b: c }»', set('b', 1)],
    ['in a list', 'var a = «[]»', set('b', 1)],
  ])('but not %s', (_, text, edit) => {
    expect(edited(text, [edit])).toBe('the value is computed: change the expression');
  });
});

describe('parts are removed', () => {
  it.each<[string, string, MarkedEdit[], string]>([
    [
      'with their line and its pragma',
      'var a = «{\n  // one\n  #disable-next-line no-x\n  b: 1 // b\n  c: 2\n}»',
      [remove('b')],
      'var a = {\n  // one\n  c: 2\n}',
    ],
    ['from one line', 'var a = «{ b: 1, c: 2, d: 3 }»', [remove('c')], 'var a = { b: 1, d: 3 }'],
    ['from its end', 'var a = «{ b: 1, c: 2 }»', [remove('c')], 'var a = { b: 1 }'],
    ['all of them', 'var a = «{\n  b: 1\n}»', [remove('b')], 'var a = {}'],
    [
      'in objects',
      'var a = «{\n  b: {\n    c: 1\n    d: 2\n  }\n}»',
      [remove('b', 'c')],
      'var a = {\n  b: {\n    d: 2\n  }\n}',
    ],
    ['from a list', "var a = «[\n  'x'\n  y\n]»", [remove(0)], 'var a = [\n  y\n]'],
    ['while others are added', 'var a = «[1, 2, 3]»', [remove(2), append(4)], 'var a = [1, 2, 4]'],
    [
      'from lines while others are added',
      'var a = «[\n  1 // 1\n  2\n]»',
      [remove(1), append(3)],
      'var a = [\n  1 // 1\n  3\n]',
    ],
  ])('%s', (_, text, edits, expected) => {
    expect(edited(text, edits)).toBe(expected);
  });

  it('but not what is not there', () => {
    expect(edited('var a = «{}»', [remove('b')])).toBe('there is no `b`');
    expect(edited('var a = «{ b: c ? 1 : null }»', [remove('b')])).toBe(
      'the value is computed: change the expression',
    );
    expect(edited('var a = «[1, c]»', [remove(1)])).toBe('the value is computed: change the expression');
  });
});
