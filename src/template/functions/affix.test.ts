import { describe, expect, it } from 'vitest';
import { run, seen, unknown } from './call-for-test.ts';

const open = { unknown: { type: 'bool' } };

describe('startsWith and endsWith', () => {
  it('ignore case', () => {
    expect([run('startsWith', 'vnet-hub', 'VNET'), run('endsWith', 'vnet-hub', 'Hub')]).toEqual([true, true]);
    expect([run('startsWith', 'vnet-hub', 'hub'), run('endsWith', 'vnet-hub', 'vnet')]).toEqual([
      false,
      false,
    ]);
    expect([run('startsWith', '', ''), run('endsWith', 'a', 'ba')]).toEqual([true, false]);
    expect(() => run('startsWith', ['a'], 'a')).toThrow(
      'startsWith expects a string, but argument 1 is an array',
    );
  });

  it('are decided by the known ends of an unknown', () => {
    const text = unknown({ type: 'string', prefix: 'abc', suffix: 'xyz' });
    expect(run('startsWith', text, 'AB')).toBe(true);
    expect(run('startsWith', text, 'b')).toBe(false);
    expect(run('startsWith', text, 'abx')).toBe(false);
    expect(seen(run('startsWith', text, 'abcd'))).toEqual(open);
    expect(run('endsWith', text, 'YZ')).toBe(true);
    expect(run('endsWith', text, 'y')).toBe(false);
    expect(seen(run('endsWith', text, 'wxyz'))).toEqual(open);
    expect(run('startsWith', text, '')).toBe(true);
    expect(run('startsWith', unknown({ candidates: ['ab', 'ac'] }), 'a')).toBe(true);
  });

  it('are decided by the known ends of what is looked for', () => {
    expect(run('startsWith', 'hub', unknown({ prefix: 'sp' }))).toBe(false);
    expect(seen(run('startsWith', 'hub', unknown({ prefix: 'H' })))).toEqual(open);
    expect(run('endsWith', 'hub', unknown({ suffix: 'x' }))).toBe(false);
    expect(run('startsWith', unknown({ prefix: 'a' }), unknown({ prefix: 'b' }))).toBe(false);
    expect(seen(run('startsWith', unknown({ prefix: 'a' }), unknown({ prefix: 'a' })))).toEqual(open);
  });
});
