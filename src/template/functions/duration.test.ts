import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDateTime } from './date-time.ts';
import { addDuration, durationTicks } from './duration.ts';
import { formatDateTime } from './net-date-format.ts';

describe('durationTicks', () => {
  it.each([
    ['P1D', 86_400],
    ['-P1D', -86_400],
    ['PT1H30M', 5400],
    ['PT0.5S', 0.5],
    ['P1W', 604_800],
    ['P1M', 30 * 86_400],
    ['P1Y', 365 * 86_400],
    ['P1Y2M3DT4H5M6S', (365 + 60 + 3) * 86_400 + 4 * 3600 + 5 * 60 + 6],
    ['PT36H', 129_600],
  ])('%s is %s seconds', (text, seconds) => {
    expect(durationTicks(text)).toBe(BigInt(seconds * 10_000_000));
  });

  it.each(['', 'P', 'PT', '1D', 'P1', 'P1H', 'PT1D', 'P1DT', 'P-1D', 'P1.5D', 'p1d'])(
    'refuses %j',
    (text) => {
      expect(() => durationTicks(text)).toThrow('is not an ISO 8601 duration');
    },
  );
});

describe('addDuration', () => {
  it('goes back and forth', () => {
    const start = parseDateTime('2024-05-05T12:00:00.5+02:00')!;
    fc.assert(
      fc.property(fc.nat({ max: 4000 }), fc.nat({ max: 100_000 }), (days, seconds) => {
        const duration = `P${days}DT${seconds}.25S`;
        expect(addDuration(addDuration(start, duration), `-${duration}`)).toEqual(start);
      }),
    );
  });

  it('stays within the years 1 to 9999', () => {
    const add = (text: string, duration: string) =>
      formatDateTime(addDuration(parseDateTime(text)!, duration));
    expect(add('9999-12-31T23:59:58Z', 'PT1S')).toBe('9999-12-31T23:59:59Z');
    expect(() => add('9999-12-31T23:59:59Z', 'PT1S')).toThrow('outside the years 1 to 9999');
    expect(() => add('2024-01-01', '-P3000Y')).toThrow('outside the years 1 to 9999');
    expect(() => add('2024-01-01', `P${'9'.repeat(400)}D`)).toThrow('outside the years 1 to 9999');
  });
});
