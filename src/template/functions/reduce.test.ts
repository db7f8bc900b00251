import { describe, expect, it } from 'vitest';
import { lambda, run, seen, unknown } from './call-for-test.ts';

const sum = lambda((total, next) => run('add', total!, next!));

describe('reduce', () => {
  it('carries a value through the items', () => {
    expect(run('reduce', [1, 2, 3], 10, sum)).toBe(16);
    expect(run('reduce', [], 'start', sum)).toBe('start');
    const evens = lambda((text, next, index) =>
      run('mod', index!, 2) === 0 ? run('concat', text!, next!) : text!,
    );
    expect(run('reduce', ['a', 'b', 'c'], '', evens)).toBe('ac');
    expect(
      run(
        'reduce',
        [{ a: 1 }, { b: 2 }],
        {},
        lambda((all, next) => run('union', all!, next!)),
      ),
    ).toEqual({ a: 1, b: 2 });
  });

  it('is as unknown as its steps', () => {
    expect(seen(run('reduce', [1, unknown()], 0, sum))).toEqual({ unknown: { type: 'int' } });
    expect(seen(run('reduce', unknown(), 0, sum))).toEqual({ unknown: {} });
    expect(() => run('reduce', 'a', 0, sum)).toThrow('reduce expects an array, but argument 1 is a string');
  });
});
