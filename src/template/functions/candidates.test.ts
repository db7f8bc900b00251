import { describe, expect, it } from 'vitest';
import { run, seen, unknown } from './call-for-test.ts';

describe('overCandidates', () => {
  it('follows each candidate of the one unknown argument', () => {
    expect(seen(run('add', unknown({ candidates: [1, 2] }), 10))).toEqual({
      unknown: { type: 'int', candidates: [11, 12] },
    });
  });

  it('knows the result when every candidate leads to it', () => {
    expect(run('less', unknown({ candidates: [1, 2, 3] }), 10)).toBe(true);
    expect(run('mod', unknown({ candidates: [2, 4] }), 2)).toBe(0);
  });

  it('knows nothing when a candidate is an error, is unknown in part, or there are too many', () => {
    const open = { unknown: { type: 'int' } };
    expect(seen(run('div', 6, unknown({ candidates: [0, 1] })))).toEqual(open);
    expect(seen(run('int', unknown({ candidates: ['1', unknown()] })))).toEqual(open);
    expect(seen(run('add', unknown({ candidates: Array.from({ length: 17 }, () => 1) }), 1))).toEqual(open);
    expect(seen(run('add', unknown({ candidates: [] }), 1))).toEqual(open);
  });

  it('knows nothing when two arguments are unknown', () => {
    const either = unknown({ candidates: [1, 2] });
    expect(seen(run('add', either, unknown({ candidates: [1] })))).toEqual({ unknown: { type: 'int' } });
  });

  it('keeps a secret even when every candidate gives the same', () => {
    const secret = unknown({ secret: true, candidates: [1, 2] });
    expect(seen(run('less', secret, 9))).toEqual({
      unknown: { type: 'bool', secret: true, candidates: [true] },
    });
  });
});
