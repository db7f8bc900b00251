import { EvaluationError } from '../template-function.ts';
import { type DateTime, toUtc } from './date-time.ts';

const dayNames = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** The standard formats in the invariant culture; those of `utcFormats` show the time in UTC. */
const standardFormats: Record<string, string> = {
  d: 'MM/dd/yyyy',
  D: 'dddd, dd MMMM yyyy',
  f: 'dddd, dd MMMM yyyy HH:mm',
  F: 'dddd, dd MMMM yyyy HH:mm:ss',
  g: 'MM/dd/yyyy HH:mm',
  G: 'MM/dd/yyyy HH:mm:ss',
  m: 'MMMM dd',
  M: 'MMMM dd',
  o: "yyyy-MM-dd'T'HH:mm:ss.fffffffK",
  O: "yyyy-MM-dd'T'HH:mm:ss.fffffffK",
  r: "ddd, dd MMM yyyy HH:mm:ss 'GMT'",
  R: "ddd, dd MMM yyyy HH:mm:ss 'GMT'",
  s: "yyyy-MM-dd'T'HH:mm:ss",
  t: 'HH:mm',
  T: 'HH:mm:ss',
  u: "yyyy-MM-dd HH:mm:ss'Z'",
  U: 'dddd, dd MMMM yyyy HH:mm:ss',
  y: 'yyyy MMMM',
  Y: 'yyyy MMMM',
};
const utcFormats = 'rRuU';

const tokens = /'[^']*'|"[^"]*"|\\.|%|([yMdHhmsfFtgz])\1*|K|./gs;

/**
 * A point in time as .NET formats it in the invariant culture, in a standard format (`d`, `o`, `u` ...) or a custom one
 * (`yyyy-MM-dd`). Without a format: ISO 8601 with as many digits of the second as there are.
 */
export function formatDateTime(dateTime: DateTime, format?: string | undefined): string {
  if (format === undefined || format === '') return formatCustom(dateTime, "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK");
  if (format.length > 1) return formatCustom(dateTime, format);
  if (!Object.hasOwn(standardFormats, format))
    throw new EvaluationError(`\`${format}\` is not a date format`);
  return formatCustom(utcFormats.includes(format) ? toUtc(dateTime) : dateTime, standardFormats[format]!);
}

function formatCustom(dateTime: DateTime, format: string): string {
  const clock = new Date(dateTime.seconds * 1000);
  let result = '';
  for (const [token] of format.matchAll(tokens)) {
    const text = formatToken(token, clock, dateTime);
    // An `F` that shows nothing takes the point before it along.
    if (text === '' && token.startsWith('F') && result.endsWith('.')) result = result.slice(0, -1);
    result += text;
  }
  return result;
}

function formatToken(token: string, clock: Date, dateTime: DateTime): string {
  const width = token.length;
  switch (token[0]) {
    case 'y':
      return yearText(clock.getUTCFullYear(), width);
    case 'M':
      return named(monthNames, clock.getUTCMonth(), width) ?? digits(clock.getUTCMonth() + 1, width);
    case 'd':
      return named(dayNames, clock.getUTCDay(), width) ?? digits(clock.getUTCDate(), width);
    case 'H':
      return digits(clock.getUTCHours(), width);
    case 'h':
      return digits(clock.getUTCHours() % 12 || 12, width);
    case 'm':
      return digits(clock.getUTCMinutes(), width);
    case 's':
      return digits(clock.getUTCSeconds(), width);
    case 'f':
      return fraction(dateTime.ticks, width);
    case 'F':
      return fraction(dateTime.ticks, width).replace(/0+$/, '');
    case 't':
      return (clock.getUTCHours() < 12 ? 'AM' : 'PM').slice(0, width);
    case 'g':
      return 'A.D.';
    case 'z':
      return offsetText(dateTime.offsetMinutes, width);
    case 'K':
      return dateTime.offsetMinutes === 0 ? 'Z' : offsetText(dateTime.offsetMinutes, 3);
    case '%':
      return '';
    case "'":
    case '"':
      return width > 1 ? token.slice(1, -1) : unfinished(token);
    case '\\':
      return width > 1 ? token.slice(1) : unfinished(token);
    default:
      return token;
  }
}

function unfinished(token: string): never {
  throw new EvaluationError(`a date format has an unfinished \`${token}\``);
}

function digits(value: number, width: number): string {
  return String(value).padStart(Math.min(width, 2), '0');
}

function yearText(year: number, width: number): string {
  return width > 2 ? String(year).padStart(width, '0') : digits(year % 100, width);
}

function named(names: readonly string[], index: number, width: number): string | undefined {
  if (width < 3) return undefined;
  return width === 3 ? names[index]!.slice(0, 3) : names[index]!;
}

function fraction(ticks: number, width: number): string {
  if (width > 7) throw new EvaluationError('a date format has at most 7 digits of the second');
  return String(ticks).padStart(7, '0').slice(0, width);
}

function offsetText(minutes: number, width: number): string {
  const sign = minutes < 0 ? '-' : '+';
  const hours = digits(Math.floor(Math.abs(minutes) / 60), width);
  return width > 2 ? `${sign}${hours}:${digits(Math.abs(minutes) % 60, 2)}` : sign + hours;
}
