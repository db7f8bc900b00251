import { describe, expect, it } from 'vitest';
import { formatPattern } from './net-number-pattern.ts';

describe('formatPattern', () => {
  it.each<[number | bigint, string, string]>([
    [5, '000', '005'],
    [1234.5, '#,##0.00', '1,234.50'],
    [0.5, '0.###', '0.5'],
    [0.5, '#.##', '.5'],
    [42, "0 'items'", '42 items'],
    [-3, '0;(0)', '(3)'],
    [0, "0;-0;'none'", 'none'],
    [0.256, '0.0%', '25.6%'],
    [123456, '00-00', '1234-56'],
    [-4, '00', '-04'],
    [7n, '0,000', '0,007'],
    [12, "'no'\\# 0", 'no# 12'],
    [1.005, '0.##', '1'],
    [0.004, '-0.00;x;nil', 'nil'],
  ])('%s as %s', (value, format, expected) => {
    expect(formatPattern(value, format)).toBe(expected);
  });
});
