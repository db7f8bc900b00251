import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { epochSeconds, parseDateTime } from './date-time.ts';
import { formatDateTime } from './net-date-format.ts';

describe('parseDateTime', () => {
  it.each([
    ['2024-02-29T13:45:30Z', '2024-02-29T13:45:30Z'],
    ['2024-02-29 13:45:30', '2024-02-29T13:45:30Z'],
    ['2024-02-29 13:45:30Z', '2024-02-29T13:45:30Z'],
    ['2024-02-29T13:45', '2024-02-29T13:45:00Z'],
    ['2024-02-29', '2024-02-29T00:00:00Z'],
    ['2024-02-29T13:45:30.1200+05:30', '2024-02-29T13:45:30.12+05:30'],
    ['2024-02-29T13:45:30-0800', '2024-02-29T13:45:30-08:00'],
    ['2024-02-29T13:45:30+01', '2024-02-29T13:45:30+01:00'],
    ['20240229T134530Z', '2024-02-29T13:45:30Z'],
    ['2/29/2024 1:45:30 PM', '2024-02-29T13:45:30Z'],
    ['02/29/2024', '2024-02-29T00:00:00Z'],
    ['0001-01-01T00:00:00Z', '0001-01-01T00:00:00Z'],
    ['2024-02-29T13:45:30.123456789Z', '2024-02-29T13:45:30.1234567Z'],
  ])('reads %s', (text, expected) => {
    expect(formatDateTime(parseDateTime(text)!)).toBe(expected);
  });

  it.each([
    '',
    'today',
    '2023-02-29',
    '2024-13-01',
    '2024-02-29T24:00:00Z',
    '2024-02-29T13:60:00Z',
    '2024-02-29T13:45:30+15:00',
    '0000-01-01',
    '13/32/2024',
    '02/29/2024 13:00:00 PM',
    '2024-02-29T13:45:30Zx',
  ])('does not read %j', (text) => {
    expect(parseDateTime(text)).toBeUndefined();
  });

  it('reads what Date writes', () => {
    const range = { min: new Date('0001-01-02'), max: new Date('9999-12-30'), noInvalidDate: true };
    fc.assert(
      fc.property(fc.date(range), (date) => {
        const dateTime = parseDateTime(date.toISOString())!;
        expect(epochSeconds(dateTime)).toBe(Math.floor(date.getTime() / 1000));
      }),
    );
  });
});
