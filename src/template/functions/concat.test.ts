import { describe, expect, it } from 'vitest';
import { run, seen, unknown } from './call-for-test.ts';

describe('concat', () => {
  it('joins strings, with numbers and bools among them', () => {
    expect(run('concat', 'vnet', '-', 'hub')).toBe('vnet-hub');
    expect(run('concat', 'disk', 3)).toBe('disk3');
    expect(run('concat', 1, 2n ** 60n, true)).toBe('11152921504606846976True');
    expect(run('concat', 'alone')).toBe('alone');
  });

  it('joins arrays and keeps their members', () => {
    const member = { a: 1 };
    const result = run('concat', [member], [], [2]) as unknown[];
    expect(result).toEqual([{ a: 1 }, 2]);
    expect(result[0]).toBe(member);
  });

  it('does not mix', () => {
    expect(() => run('concat', ['a'], 'b')).toThrow(
      'concat expects arrays like the others, but argument 2 is a string',
    );
    expect(() => run('concat', unknown(), {})).toThrow(
      'concat expects strings or arrays, but argument 2 is an object',
    );
    expect(() => run('concat', 'a', null)).toThrow('argument 2 is null');
  });

  it('keeps the known beginning and end of strings', () => {
    const middle = unknown({ type: 'string', prefix: 'p', suffix: 's' });
    expect(seen(run('concat', 'a', 'b', middle, 'c'))).toEqual({
      unknown: { type: 'string', prefix: 'abp', suffix: 'sc' },
    });
    expect(seen(run('concat', middle, '-', middle))).toEqual({
      unknown: { type: 'string', prefix: 'p', suffix: 's' },
    });
    expect(seen(run('concat', 'a', unknown({ candidates: ['x', 'y'] }), 'b'))).toEqual({
      unknown: { type: 'string', prefix: 'a', suffix: 'b', candidates: ['axb', 'ayb'] },
    });
  });

  it('says no more than what it joins', () => {
    expect(seen(run('concat', unknown(), unknown()))).toEqual({ unknown: {} });
    expect(seen(run('concat', unknown(), [1]))).toEqual({ unknown: { type: 'array' } });
    expect(seen(run('concat', unknown({ type: 'array' }), unknown()))).toEqual({
      unknown: { type: 'array' },
    });
    expect(run('concat', [unknown({ prefix: 'a' })], [1])).toHaveLength(2);
    expect(seen(run('concat', 'a', unknown({ secret: true })))).toEqual({
      unknown: { type: 'string', prefix: 'a', secret: true },
    });
  });
});
