import { EvaluationError } from '../template-function.ts';

/** A point in time as a clock shows it at an offset from UTC. */
export interface DateTime {
  /** Seconds of the clock since 1970-01-01T00:00:00 on the same clock. */
  readonly seconds: number;
  /** Fraction of the second in units of 100 nanoseconds: 0 to 9,999,999. */
  readonly ticks: number;
  /** How far the clock is ahead of UTC, in minutes. */
  readonly offsetMinutes: number;
}

const zonePattern = String.raw`\s*(?<zone>Z|[+-]\d{2}(?::?\d{2})?)?`;
const timePattern = String.raw`(?<hour>\d{1,2}):(?<minute>\d{2})(?::(?<second>\d{2})(?:\.(?<fraction>\d{1,9}))?)?`;
const patterns = [
  // 2024-01-15T12:00:00.123Z, 2024-01-15 12:00:00, 2024-01-15
  new RegExp(
    String.raw`^(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})(?:[T ]\s*${timePattern}${zonePattern})?$`,
    'i',
  ),
  // 20240115T120000Z, which utcNow() makes
  new RegExp(
    String.raw`^(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})(?:T(?<hour>\d{2})(?<minute>\d{2})(?<second>\d{2})${zonePattern})?$`,
    'i',
  ),
  // 01/15/2024 12:00:00 PM, the invariant culture
  new RegExp(
    String.raw`^(?<month>\d{1,2})/(?<day>\d{1,2})/(?<year>\d{4})(?: ${timePattern}(?: ?(?<half>[AP]M))?${zonePattern})?$`,
    'i',
  ),
];

/** Reads a point in time; without a zone it is UTC. `undefined` if `text` is none. */
export function parseDateTime(text: string): DateTime | undefined {
  for (const pattern of patterns) {
    const groups = pattern.exec(text.trim())?.groups;
    if (groups) return fromParts(groups);
  }
  return undefined;
}

function fromParts(parts: Record<string, string | undefined>): DateTime | undefined {
  const part = (name: string) => Number(parts[name] ?? 0);
  const [year, month, day, minute, second] = [
    part('year'),
    part('month'),
    part('day'),
    part('minute'),
    part('second'),
  ];
  const hour = hourOf(part('hour'), parts.half);
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  const isDate = year >= 1 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  if (!isDate || hour === undefined || hour > 23 || minute > 59 || second > 59) return undefined;
  const offsetMinutes = offsetOf(parts.zone);
  if (Math.abs(offsetMinutes) > 14 * 60) return undefined;
  return {
    seconds: date.getTime() / 1000 + hour * 3600 + minute * 60 + second,
    ticks: Number((parts.fraction ?? '').padEnd(7, '0').slice(0, 7)),
    offsetMinutes,
  };
}

function hourOf(hour: number, half: string | undefined): number | undefined {
  if (half === undefined) return hour;
  if (hour < 1 || hour > 12) return undefined;
  return (hour % 12) + (half.toUpperCase() === 'PM' ? 12 : 0);
}

function offsetOf(zone: string | undefined): number {
  const [, sign, hours, minutes] = /^([+-])(\d{2}):?(\d{2})?$/.exec(zone ?? '') ?? [];
  if (sign === undefined) return 0;
  const total = Number(hours) * 60 + Number(minutes ?? 0);
  return sign === '-' ? -total : total;
}

/** Seconds since 1970-01-01T00:00:00Z. */
export function epochSeconds(dateTime: DateTime): number {
  return dateTime.seconds - dateTime.offsetMinutes * 60;
}

/** `dateTime` on a clock at UTC. */
export function toUtc(dateTime: DateTime): DateTime {
  return { seconds: epochSeconds(dateTime), ticks: dateTime.ticks, offsetMinutes: 0 };
}

const secondsMin = Date.parse('0001-01-01T00:00:00Z') / 1000;
const secondsMax = Date.parse('9999-12-31T23:59:59Z') / 1000;

/** `dateTime`, unless it is outside the years 1 to 9999. */
export function checkedDateTime(dateTime: DateTime): DateTime {
  const inRange = (seconds: number) => seconds >= secondsMin && seconds <= secondsMax;
  if (!inRange(dateTime.seconds) || !inRange(epochSeconds(dateTime))) {
    throw new EvaluationError('the date is outside the years 1 to 9999');
  }
  return dateTime;
}
