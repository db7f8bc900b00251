import { expect, it } from 'vitest';
import { amount, momentText, percentText, seconds, tenths } from './number-text.ts';

it.each([
  [100, '100.0'],
  [99.99, '99.9'],
  [84.3, '84.3'],
  [1.1, '1.1'],
  [0.04, '0.0'],
  [0, '0.0'],
])('rounds %d down to %s', (value, text) => {
  expect(tenths(value)).toBe(text);
});

it('has a word for what is not there', () => {
  expect(percentText(undefined)).toBe('n/a');
  expect(percentText(50)).toBe('50.0 %');
});

it('writes amounts, times and durations', () => {
  expect([amount(1234567), amount(1240.5), amount(0)]).toEqual(['1,234,567', '1,240.5', '0']);
  expect([seconds(41), seconds(12_345)]).toEqual(['0.04 s', '12.3 s']);
  expect(momentText('2026-11-23T10:35:36+01:00')).toBe('2026-11-23 09:35 UTC');
  expect(momentText('yesterday')).toBe('yesterday');
});
