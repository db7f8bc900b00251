import { describe, expect, it } from 'vitest';
import { run, seen, unknown } from './call-for-test.ts';

describe('dateTimeAdd', () => {
  it.each([
    // Months of 30 days and years of 365, as the documentation has it.
    ['2023-01-31 00:00:00Z', 'P1M', '2023-03-02T00:00:00Z'],
    ['2024-01-31 00:00:00Z', 'P1M', '2024-03-01T00:00:00Z'],
    ['2020-04-07 14:53:14Z', 'P3Y', '2023-04-07T14:53:14Z'],
    ['2020-04-07 14:53:14Z', '-P9D', '2020-03-29T14:53:14Z'],
    ['2020-04-07 14:53:14Z', 'PT1H', '2020-04-07T15:53:14Z'],
    ['2024-05-05T10:00:00-03:00', 'PT15H', '2024-05-06T01:00:00-03:00'],
    ['2024-05-05T10:00:00.5', 'PT0.25S', '2024-05-05T10:00:00.75Z'],
    ['20240505T100000Z', 'P1W', '2024-05-12T10:00:00Z'],
  ])('%s and %s', (base, duration, expected) => {
    expect(run('dateTimeAdd', base, duration)).toBe(expected);
  });

  it('writes in a format', () => {
    expect(run('dateTimeAdd', '2024-05-05', 'P1D', 'yyyy/MM/dd')).toBe('2024/05/06');
    expect(run('dateTimeAdd', '2024-05-05', 'P1D', 'd')).toBe('05/06/2024');
  });

  it('refuses what it cannot read', () => {
    expect(() => run('dateTimeAdd', 'today', 'P1D')).toThrow(
      'dateTimeAdd cannot read `today` as a date and time',
    );
    expect(() => run('dateTimeAdd', '2024-05-05', 'tomorrow')).toThrow(
      '`tomorrow` is not an ISO 8601 duration',
    );
    expect(() => run('dateTimeAdd', '2024-05-05', 1)).toThrow(
      'dateTimeAdd expects a string, but argument 2 is an int',
    );
    expect(seen(run('dateTimeAdd', unknown(), 'P1D'))).toEqual({ unknown: { type: 'string' } });
  });
});

describe('dateTimeFromEpoch and dateTimeToEpoch', () => {
  it.each([
    [0, '1970-01-01T00:00:00Z'],
    [1683040573, '2023-05-02T15:16:13Z'],
    [-1, '1969-12-31T23:59:59Z'],
  ])('%s is %s', (seconds, text) => {
    expect(run('dateTimeFromEpoch', seconds)).toBe(text);
    expect(run('dateTimeToEpoch', text)).toBe(seconds);
  });

  it('heed the offset and refuse the rest', () => {
    expect(run('dateTimeToEpoch', '1970-01-01T01:00:00+01:00')).toBe(0);
    expect(() => run('dateTimeFromEpoch', 2n ** 62n)).toThrow('outside the years 1 to 9999');
    expect(() => run('dateTimeFromEpoch', '0')).toThrow(
      'dateTimeFromEpoch expects an int, but argument 1 is a string',
    );
    expect(seen(run('dateTimeToEpoch', unknown()))).toEqual({ unknown: { type: 'int' } });
  });
});
