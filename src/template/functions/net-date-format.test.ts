import { describe, expect, it } from 'vitest';
import { parseDateTime } from './date-time.ts';
import { formatDateTime } from './net-date-format.ts';

describe('formatDateTime', () => {
  it.each([
    ['d', '03/07/2024'],
    ['D', 'Thursday, 07 March 2024'],
    ['f', 'Thursday, 07 March 2024 15:04'],
    ['F', 'Thursday, 07 March 2024 15:04:09'],
    ['g', '03/07/2024 15:04'],
    ['G', '03/07/2024 15:04:09'],
    ['m', 'March 07'],
    ['M', 'March 07'],
    ['o', '2024-03-07T15:04:09.0500000+05:30'],
    ['O', '2024-03-07T15:04:09.0500000+05:30'],
    ['r', 'Thu, 07 Mar 2024 09:34:09 GMT'],
    ['R', 'Thu, 07 Mar 2024 09:34:09 GMT'],
    ['s', '2024-03-07T15:04:09'],
    ['t', '15:04'],
    ['T', '15:04:09'],
    ['u', '2024-03-07 09:34:09Z'],
    ['U', 'Thursday, 07 March 2024 09:34:09'],
    ['y', '2024 March'],
    ['Y', '2024 March'],
    ['M d', '3 7'],
    ['%d', '7'],
    ['yyyy-MM-ddTHH:mm:ssK', '2024-03-07T15:04:09+05:30'],
    ['yyyyMMddTHHmmss', '20240307T150409'],
    ['yy ddd MMM h:m:s tt', '24 Thu Mar 3:4:9 PM'],
    ['hh t', '03 P'],
    ['ss.fff', '09.050'],
    ['ss.FFF', '09.05'],
    ['zz zzz', '+05 +05:30'],
    ['\'day\' d \\d "x"', 'day 7 d x'],
    ['yyyyy', '02024'],
  ])('%s', (format, expected) => {
    expect(formatDateTime(parseDateTime('2024-03-07T15:04:09.05+05:30')!, format)).toBe(expected);
  });

  it('shows UTC as Z', () => {
    const utc = parseDateTime('2024-03-07T00:00:00Z')!;
    expect(formatDateTime(utc, 'o')).toBe('2024-03-07T00:00:00.0000000Z');
    expect(formatDateTime(utc, 'ss.FFFK')).toBe('00Z');
    expect(formatDateTime(utc, 'hh tt')).toBe('12 AM');
    expect(formatDateTime(utc)).toBe('2024-03-07T00:00:00Z');
  });

  it.each(['q', 'X', "yyyy 'open", 'ffffffff', 'd\\'])('refuses %j', (format) => {
    expect(() => formatDateTime(parseDateTime('2024-03-07')!, format)).toThrow('date format');
  });
});
