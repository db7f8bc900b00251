import { describe, expect, it } from 'vitest';
import { findKey, fold, sameName } from './fold.ts';

describe('names', () => {
  it('are the same without regard to case', () => {
    expect(fold('Microsoft.Storage')).toBe('microsoft.storage');
    expect(sameName('West Europe', 'west europe')).toBe(true);
    expect(sameName('a', 'b')).toBe(false);
    expect(sameName('', '')).toBe(true);
  });

  it('fold the same when the cache has been filled', () => {
    for (let at = 0; at < 70_000; at++) fold(`Name${at}`);
    expect(fold('Name1')).toBe('name1');
    expect(fold('X'.repeat(1000))).toBe('x'.repeat(1000));
  });
});

describe('findKey', () => {
  it('prefers exact case', () => {
    expect(findKey({ NAME: 1, name: 2 }, 'name')).toBe('name');
    expect(findKey({ NAME: 1, name: 2 }, 'Name')).toBe('NAME');
  });

  it('sees own properties only', () => {
    for (const name of ['__proto__', 'constructor', 'toString', 'hasOwnProperty']) {
      expect(findKey({}, name)).toBeUndefined();
    }
    expect(findKey(JSON.parse('{"__proto__": 1}'), '__proto__')).toBe('__proto__');
    expect(findKey([7], '0')).toBe('0');
  });
});
