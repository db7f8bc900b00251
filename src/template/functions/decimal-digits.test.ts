import { describe, expect, it } from 'vitest';
import { decimalDigits, grouped, hundredfold } from './decimal-digits.ts';

describe('decimal digits', () => {
  it('are exact for integers and rounded for floats', () => {
    expect(decimalDigits(-(2n ** 60n), 1)).toEqual({ whole: '1152921504606846976', fraction: '0' });
    expect(decimalDigits(-1.25, 1)).toEqual({ whole: '1', fraction: '3' });
    expect(decimalDigits(0.5, 0)).toEqual({ whole: '1', fraction: '' });
    expect(decimalDigits(0.1, 120).fraction).toHaveLength(120);
  });

  it('are grouped by three', () => {
    expect(['1', '123', '1234', '1234567'].map(grouped)).toEqual(['1', '123', '1,234', '1,234,567']);
  });

  it('times a hundred stay decimal', () => {
    expect([0.07, 0.57, 1e-7, 3, 5n].map(hundredfold)).toEqual([7, 57, 0.00001, 300, 500n]);
  });
});
