import { describe, expect, it } from 'vitest';
import type { Value } from '../../kernel/index.ts';
import { run, seen, unknown } from './call-for-test.ts';
import { numberText } from './value-text.ts';

describe('string', () => {
  it.each<[Value, string]>([
    ['plain', 'plain'],
    [12, '12'],
    [-(2n ** 63n), '-9223372036854775808'],
    [true, 'True'],
    [false, 'False'],
    [null, 'null'],
    [[1, 'two', true, null], '[1,"two",true,null]'],
    [{ 'a b': { c: [] }, d: 'é"' }, '{"a b":{"c":[]},"d":"é\\""}'],
    [{ big: 2n ** 60n }, '{"big":1152921504606846976}'],
  ])('%s becomes %s', (value, expected) => {
    expect(run('string', value)).toBe(expected);
  });

  it('is an unknown string of anything unknown', () => {
    expect(seen(run('string', { a: unknown() }))).toEqual({ unknown: { type: 'string' } });
    expect(seen(run('string', unknown({ type: 'array' })))).toEqual({ unknown: { type: 'string' } });
    expect(seen(run('string', unknown({ candidates: [1, 2] })))).toEqual({
      unknown: { type: 'string', candidates: ['1', '2'] },
    });
  });

  it('leaves an unknown string as it is', () => {
    const text = unknown({ type: 'string', prefix: 'a' });
    expect(run('string', text)).toBe(text);
  });
});

describe('numberText', () => {
  it.each([
    [1.5, '1.5'],
    [-0.25, '-0.25'],
    [0.0001, '0.0001'],
    [0.00001, '1E-05'],
    [0.000012, '1.2E-05'],
    [-0, '0'],
    [1e21, '1E+21'],
    [2 ** 62, '4611686018427387904'],
  ])('%s', (value, expected) => {
    expect(numberText(value)).toBe(expected);
  });
});
