import { describe, expect, it } from 'vitest';
import { formatNumber } from './net-number-format.ts';

describe('formatNumber', () => {
  it.each<[number | bigint, string, string]>([
    [8175133, 'N0', '8,175,133'],
    [-1234.5, 'N', '-1,234.50'],
    [2n ** 60n, 'n0', '1,152,921,504,606,846,976'],
    [2.345, 'F1', '2.3'],
    [5, 'F', '5.00'],
    [-0.001, 'F2', '0.00'],
    [7, 'D3', '007'],
    [-7, 'd3', '-007'],
    [255, 'X', 'FF'],
    [255, 'x4', '00ff'],
    [-1, 'X', 'FFFFFFFFFFFFFFFF'],
    [5, 'B8', '00000101'],
    [0.1234, 'P1', '12.3 %'],
    [0.07, 'P', '7.00 %'],
    [2, 'P0', '200 %'],
    [12345.678, 'E', '1.234568E+004'],
    [0.00012, 'e2', '1.20e-004'],
    [1234, 'C', '¤1,234.00'],
    [-1, 'C0', '(¤1)'],
    [12, 'G', '12'],
    [123456, 'G3', '1.23E+05'],
    [0.5, 'G4', '0.5'],
    [1.25, 'R', '1.25'],
    [1.5, '', '1.5'],
  ])('%s as %s', (value, format, expected) => {
    expect(formatNumber(value, format)).toBe(expected);
  });

  it.each(['Q', 'Z2', 'F9999'])('refuses %s', (format) => {
    expect(() => formatNumber(1, format)).toThrow('number format');
  });

  it('keeps integer formats to integers', () => {
    for (const format of ['D', 'X', 'B'])
      expect(() => formatNumber(1.5, format)).toThrow('is for integers only');
  });
});
