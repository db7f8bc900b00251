import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseJson, plainValue } from '../../kernel/index.ts';
import { selectNodes } from './json-path.ts';
import { parseJsonPath } from './json-path-parser.ts';

const shop = {
  name: 'contoso',
  'a.b': 1,
  "it's": 2,
  list: [1, 2, 3, 4],
  products: [
    { name: 'pizza', price: 4.5, tags: ['hot'] },
    { name: 'salad', price: 3, isGreen: true },
    { name: 'bread', price: 1, parts: { name: 'flour', price: 9 } },
  ],
  none: null,
};

/** The values that a path leads to, or what is wrong with it. */
function select(path: string, value: unknown = shop): unknown {
  const parsed = parseJsonPath(path);
  if (parsed.kind === 'problem') return parsed.problem;
  const found = selectNodes(parseJson('shop.json', JSON.stringify(value)).root!, parsed.steps);
  return 'problem' in found ? found.problem : found.map(plainValue);
}

describe('a JSONPath', () => {
  it.each<[string, unknown[]]>([
    ['', [shop]],
    ['$', [shop]],
    ['$.name', ['contoso']],
    ['.name', ['contoso']],
    ['name', ['contoso']],
    ["$['name']", ['contoso']],
    ['$["a.b"]', [1]],
    ["$['it\\'s']", [2]],
    ["['name', 'a.b']", ['contoso', 1]],
    ['.Name', []],
    ['.none', [null]],
    ['list[0]', [1]],
    ['.list[0, 3]', [1, 4]],
    ['.list[9]', []],
    ['.list[*]', [1, 2, 3, 4]],
    ['.list.*', [1, 2, 3, 4]],
    ['.list[1:3]', [2, 3]],
    ['.list[:2]', [1, 2]],
    ['.list[-1:]', [4]],
    ['.list[::2]', [1, 3]],
    ['.list[::-1]', [4, 3, 2, 1]],
    ['.list[1:-9]', []],
    ['.products[*].name', ['pizza', 'salad', 'bread']],
    ['..name', ['contoso', 'pizza', 'salad', 'bread', 'flour']],
    ['$..parts.price', [9]],
    ["..['isGreen']", [true]],
    ['..[1]', [2, shop.products[1]]],
    ['.products[?(@.price > 3)].name', ['pizza']],
    ['.products[?(@.price >= 3)].name', ['pizza', 'salad']],
    ['.products[?(@.price < 3)].name', ['bread']],
    ['.products[?(@.price <= 3)].name', ['salad', 'bread']],
    [".products[?(@.name == 'salad')].price", [3]],
    ['.products[?(@.name != "salad")].price', [4.5, 1]],
    ['.products[?(@.isGreen)].name', ['salad']],
    ['.products[?(@.isGreen == true)].name', ['salad']],
    ["..products[?(@.price > 3 && @.name == 'pizza' || @.parts)].name", ['pizza', 'bread']],
    ['.products[?((@.isGreen || @.parts) && @.price < 2)].name', ['bread']],
    ['.products[?(@.price === 1)].name', ['bread']],
    ['.products[?(@.name > 3)].name', []],
    ['.list[?(@ > 2)]', [3, 4]],
    ['.name.more', []],
  ])('%s', (path, values) => {
    expect(select(path)).toEqual(values);
  });

  it.each([
    ['.', 'there is the end at position 2, not the name of a property'],
    ['$.', 'there is the end at position 3, not the name of a property'],
    ['.a[', 'there is the end at position 4, not a number'],
    ['.a[x]', 'there is `x` at position 4, not a number'],
    ['.a[0', 'there is the end at position 5, not `]`'],
    ["['a", 'a text is not closed'],
    ['.a[1::0]', 'the step of a slice is 0'],
    ['.a)', 'there is `)` at position 3'],
    ['.a[?(@.b =~ /x/)]', 'filters with `=~` are not supported'],
    ['.a[?@.b]', 'there is `@` at position 5, not `(`'],
    ['.a[?(1)]', 'there is `)` at position 7, not a comparison'],
    ['.a[?(@.b == x)]', 'there is `x` at position 13, not `@`, a text or a number'],
    [`.a[?${'('.repeat(40)}`, 'its filters are nested too deeply'],
  ])('%s is refused', (path, problem) => {
    expect(select(path)).toBe(problem);
  });

  it('looks at so many values only', () => {
    const wide = Array.from({ length: 300_000 }, () => 0);
    expect(select('[?(@..x || @..y)]', wide)).toBe('it looks at more than 500000 values');
  });

  it('takes arrays of any length', () => {
    const long = Array.from({ length: 200_000 }, (_, index) => index);
    expect(select('[*]', long)).toHaveLength(200_000);
  });

  it('never throws, whatever it says', () => {
    const piece = fc.constantFrom(
      '.',
      '..',
      '[',
      ']',
      '*',
      "'a'",
      'a',
      '0',
      '-1',
      ':',
      ',',
      '?(',
      '@',
      ')',
      '==',
      '<',
      '&&',
      '||',
      ' ',
      '$',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const found = select(pieces.join(''));
        expect(typeof found === 'string' || Array.isArray(found)).toBe(true);
      }),
    );
  });
});
