import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatPath, formatPointer, parsePointer } from './json-pointer.ts';

describe('a JSON Pointer', () => {
  it.each([
    [[], ''],
    [['a', 0, 'b'], '/a/0/b'],
    [[''], '/'],
    [['a/b', 'm~n', '~1'], '/a~1b/m~0n/~01'],
  ])('of %j is %j', (tokens, pointer) => {
    expect(formatPointer(tokens)).toBe(pointer);
    expect(parsePointer(pointer)).toEqual(tokens.map(String));
  });

  it('can be taken apart again', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), (tokens) => {
        expect(parsePointer(formatPointer(tokens))).toEqual(tokens);
      }),
    );
  });
});

describe('a property path', () => {
  it.each([
    [[], ''],
    [['properties', 'rules', 0, 'access'], 'properties.rules[0].access'],
    [['tags', 'cost center'], "tags['cost center']"],
    [["it's"], "['it''s']"],
    [['$schema', '@odata', 'a-b'], '$schema.@odata.a-b'],
  ])('of %j is %j', (tokens, path) => {
    expect(formatPath(tokens)).toBe(path);
  });
});
