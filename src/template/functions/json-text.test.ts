import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Value } from '../../kernel/index.ts';
import { run, runWith, seen, unknown } from './call-for-test.ts';

describe('json', () => {
  it.each<[string, Value]>([
    ['null', null],
    [' true ', true],
    ['"text"', 'text'],
    ["'single'", 'single'],
    ['-3', -3],
    ['2.5e1', 25],
    ['9223372036854775807', 9223372036854775807n],
    ['[1, [2], {}]', [1, [2], {}]],
    ['{"a": "demo value", "b": {"c": null}}', { a: 'demo value', b: { c: null } }],
    ["{'it': 'isn\\'t', plain: 1}", { it: "isn't", plain: 1 }],
    ['"\\u00e9\\n\\t\\/\\\\"', 'é\n\t/\\'],
    ['[1,]', [1]],
    ['{"a": 1, "a": 2}', { a: 2 }],
  ])('%s', (text, expected) => {
    expect(run('json', text)).toEqual(expected);
  });

  it.each([
    '',
    'nope',
    '{',
    '[1',
    '{"a"}',
    '{"a":}',
    '"open',
    '1 2',
    '[1 2]',
    '{1: 2}',
    '1e999',
    '"\\uzz"',
    '9223372036854775808',
  ])('refuses %j', (text) => {
    expect(() => run('json', text)).toThrow(/^json /);
  });

  it('reads no deeper than documents may be', () => {
    expect(() => runWith({ documentDepthMax: 3 }, 'json', '[[[[]]]]')).not.toThrow();
    expect(() => runWith({ documentDepthMax: 3 }, 'json', '[[[[[]]]]]')).toThrow(
      'json reads JSON nested at most 3 deep',
    );
    expect(() => run('json', '['.repeat(100_000))).toThrow('nested at most');
  });

  it('reads a long string', () => {
    expect(run('json', JSON.stringify('"x'.repeat(200_000)))).toBe('"x'.repeat(200_000));
  });

  it('is unknown of an unknown', () => {
    expect(seen(run('json', unknown({ type: 'string' })))).toEqual({ unknown: {} });
    expect(seen(run('json', unknown({ candidates: ['1', '{}'] })))).toEqual({
      unknown: { candidates: [1, {}] },
    });
  });

  it('reads back what string writes', () => {
    const plain = fc
      .jsonValue({ maxDepth: 3 })
      .filter(
        (value) =>
          !['string', 'boolean'].includes(typeof value) && !JSON.stringify(value).includes('__proto__'),
      )
      .filter((value) => new Set(keysOf(value)).size === keysOf(value).length);
    fc.assert(
      fc.property(plain, (value) => {
        expect(run('equals', run('json', run('string', value as Value)), value as Value)).toBe(true);
      }),
    );
  });
});

/** Every path of keys in lower case: keys that differ in case only are one key to the reader. */
function keysOf(value: unknown, path = ''): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => {
    const here = `${path}/${JSON.stringify(key.toLowerCase())}`;
    return [here, ...keysOf(item, here)];
  });
}
