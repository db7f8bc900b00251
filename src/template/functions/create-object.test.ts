import { describe, expect, it } from 'vitest';
import { run, seen, unknown } from './call-for-test.ts';

describe('createObject', () => {
  it('takes keys and values in turn', () => {
    expect(run('createObject', 'a', 1, 'b', [true], 'c', null)).toEqual({ a: 1, b: [true], c: null });
    expect(run('createObject')).toEqual({});
  });

  it('keeps one property of keys that differ in case only', () => {
    expect(run('createObject', 'Name', 1, 'name', 2)).toEqual({ Name: 2 });
  });

  it('refuses other operands', () => {
    expect(() => run('createObject', 'a')).toThrow('createObject expects a value for each key');
    expect(() => run('createObject', 1, 2)).toThrow(
      'createObject expects a string, but argument 1 is an int',
    );
  });

  it('holds unknown values, but an unknown key makes the whole unknown', () => {
    const value = unknown();
    expect(run('createObject', 'a', value)).toEqual({ a: value });
    expect(seen(run('createObject', 'a', 1, unknown(), 2))).toEqual({ unknown: { type: 'object' } });
  });
});
