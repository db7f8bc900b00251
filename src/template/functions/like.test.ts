import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { run, seen, unknown } from './call-for-test.ts';

describe('like', () => {
  it.each([
    ['hub', 'HUB', true],
    ['hub', 'hu', false],
    ['vnet-hub-01', 'vnet-*', true],
    ['vnet-hub-01', '*hub*', true],
    ['vnet-hub-01', 'v*-*-01', true],
    ['vnet-hub-01', '*-02', false],
    ['aba', 'ab*ba', false],
    ['', '*', true],
    ['', '', true],
    ['a.c', 'a?c', false],
  ])('%s like %s: %s', (text, pattern, expected) => {
    expect(run('like', text, pattern)).toBe(expected);
  });

  it('agrees with a regular expression', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 8 });
    const patterns = fc.string({ unit: fc.constantFrom('a', 'b', '*'), maxLength: 6 });
    fc.assert(
      fc.property(letters, patterns, (text, pattern) => {
        expect(run('like', text, pattern)).toBe(new RegExp(`^${pattern.replaceAll('*', '.*')}$`).test(text));
      }),
    );
  });

  it('needs no more than a pass over the text', () => {
    expect(run('like', 'a'.repeat(20_000), `${'*a'.repeat(200)}*b`)).toBe(false);
  });

  it('knows what it can of an unknown', () => {
    const text = unknown({ type: 'string', prefix: 'vnet-hub', suffix: '-01' });
    expect(run('like', text, 'VNET-*')).toBe(true);
    expect(run('like', text, '*-01')).toBe(true);
    expect(run('like', text, '*hub*')).toBe(true);
    expect(run('like', text, 'snet-*')).toBe(false);
    expect(run('like', text, '*-02')).toBe(false);
    expect(run('like', text, 'vnet')).toBe(false);
    expect(seen(run('like', text, '*spoke*'))).toEqual({ unknown: { type: 'bool' } });
    expect(run('like', unknown(), '*')).toBe(true);
  });
});
