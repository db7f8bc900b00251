import { describe, expect, it } from 'vitest';
import type { ValueObject } from '../../kernel/index.ts';
import { lambda, run, unknown } from './call-for-test.ts';
import { describe as describeArgument } from './operands.ts';

describe('operands', () => {
  it.each([
    [null, 'null'],
    [true, 'a bool'],
    [1, 'an int'],
    [2n ** 60n, 'an int'],
    [1.5, 'a float'],
    ['x', 'a string'],
    [[], 'an array'],
    [{}, 'an object'],
    [unknown(), 'not known'],
    [lambda(() => 1), 'a lambda'],
  ])('calls %s %s', (argument, text) => {
    expect(describeArgument(argument)).toBe(text);
  });

  it('says what a function wanted and what it got', () => {
    expect(() => run('toLower', 1)).toThrow('toLower expects a string, but argument 1 is an int');
    expect(() => run('concat', 'a', [])).toThrow(
      'concat expects strings like the others, but argument 2 is an array',
    );
    expect(() => run('filter', [], 'x')).toThrow('filter expects a lambda, but argument 2 is a string');
  });

  it('never makes a property `__proto__`', () => {
    const hostile = JSON.parse('{"__proto__": {"polluted": true}}') as ValueObject;
    const calls = [
      () => run('createObject', '__proto__', {}),
      () => run('json', '{"__proto__": {"polluted": true}}'),
      () => run('union', {}, hostile),
      () => run('shallowMerge', [hostile]),
      () => run('intersection', hostile, hostile),
      () =>
        run(
          'mapValues',
          hostile,
          lambda((value) => value),
        ),
      () =>
        run(
          'toObject',
          ['__proto__'],
          lambda((item) => item),
        ),
      () =>
        run(
          'groupBy',
          ['__proto__'],
          lambda((item) => item),
        ),
    ];
    for (const call of calls) expect(call).toThrow('may not make a property `__proto__`');
    expect(({} as ValueObject).polluted).toBeUndefined();
  });
});
