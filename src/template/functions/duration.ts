import { EvaluationError } from '../template-function.ts';
import { checkedDateTime, type DateTime } from './date-time.ts';

const pattern =
  /^([+-])?P(?=[\dT])(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?=\d)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:\.(\d+))?S)?)?$/;

const ticksPerSecond = 10_000_000n;
const ticksPerDay = 86_400n * ticksPerSecond;

/**
 * The length of an ISO 8601 duration in units of 100 nanoseconds. A year is 365 days and a month 30, as the
 * documentation's examples of dateTimeAdd show.
 */
export function durationTicks(text: string): bigint {
  const match = pattern.exec(text.trim());
  if (!match) throw new EvaluationError(`\`${text}\` is not an ISO 8601 duration`);
  const [, sign, years, months, weeks, days, hours, minutes, seconds, fraction] = match;
  const number = (digits: string | undefined) => BigInt(digits ?? 0);
  const wholeDays = number(years) * 365n + number(months) * 30n + number(weeks) * 7n + number(days);
  const wholeSeconds = number(hours) * 3600n + number(minutes) * 60n + number(seconds);
  const ticks =
    wholeDays * ticksPerDay +
    wholeSeconds * ticksPerSecond +
    BigInt((fraction ?? '').padEnd(7, '0').slice(0, 7));
  return sign === '-' ? -ticks : ticks;
}

/** `dateTime` later by an ISO 8601 duration, at the same offset. */
export function addDuration(dateTime: DateTime, duration: string): DateTime {
  const total = BigInt(dateTime.seconds) * ticksPerSecond + BigInt(dateTime.ticks) + durationTicks(duration);
  const ticks = ((total % ticksPerSecond) + ticksPerSecond) % ticksPerSecond;
  return checkedDateTime({
    seconds: Number((total - ticks) / ticksPerSecond),
    ticks: Number(ticks),
    offsetMinutes: dateTime.offsetMinutes,
  });
}
