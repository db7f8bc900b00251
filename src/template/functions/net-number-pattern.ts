import { decimalDigits, grouped, hundredfold } from './decimal-digits.ts';

/** One part of a custom format: a digit place, the decimal point, or text that stands for itself. */
interface Part {
  readonly kind: 'digit' | 'point' | 'text';
  readonly text: string;
}

interface Pattern {
  readonly parts: readonly Part[];
  readonly isGrouped: boolean;
  readonly percentCount: number;
}

/** A number in a custom .NET format (custom-numeric-format-strings.md): `000`, `#,##0.0`, `0 'items';(0);none`. */
export function formatPattern(value: number | bigint, format: string): string {
  const [positive = '', negative, zero] = sectionsOf(format);
  const section = value < 0 && negative ? negative : positive;
  const pattern = parsePattern(section);
  const scaled = pattern.percentCount > 0 ? hundredfold(value) : value;
  const fractionPlaces = pattern.parts.slice(pointOf(pattern)).filter((part) => part.kind === 'digit').length;
  const digits = decimalDigits(scaled, fractionPlaces);
  const isZero = !/[1-9]/.test(digits.whole + digits.fraction);
  if (isZero && zero) return render(parsePattern(zero), '', '');
  const text = render(pattern, digits.whole.replace(/^0+/, ''), digits.fraction);
  return value < 0 && !negative && !isZero ? `-${text}` : text;
}

function sectionsOf(format: string): string[] {
  const sections = format.match(/(?:'[^']*'|"[^"]*"|\\.|[^;])+|;/gs) ?? [];
  const result = [''];
  for (const section of sections) {
    if (section === ';') result.push('');
    else result[result.length - 1] += section;
  }
  return result;
}

function parsePattern(section: string): Pattern {
  const parts: Part[] = [];
  let [isGrouped, percentCount] = [false, 0];
  for (const [token] of section.matchAll(/'[^']*'?|"[^"]*"?|\\.?|./gs)) {
    if (token === '0' || token === '#') parts.push({ kind: 'digit', text: token });
    else if (token === '.') {
      if (!parts.some((part) => part.kind === 'point')) parts.push({ kind: 'point', text: token });
    } else if (token === ',') isGrouped ||= parts.some((part) => part.kind === 'digit');
    else {
      if (token === '%') percentCount++;
      parts.push({ kind: 'text', text: token.replace(/^\\|^['"]|['"]$/g, '') });
    }
  }
  return { parts, isGrouped, percentCount };
}

function pointOf({ parts }: Pattern): number {
  const position = parts.findIndex((part) => part.kind === 'point');
  return position < 0 ? parts.length : position;
}

function render(pattern: Pattern, whole: string, fraction: string): string {
  const point = pointOf(pattern);
  return renderWhole(pattern, point, whole) + renderFraction(pattern.parts.slice(point), fraction);
}

function renderWhole({ parts, isGrouped }: Pattern, point: number, whole: string): string {
  const before = parts.slice(0, point);
  const places = before.filter((part) => part.kind === 'digit');
  const firstZero = places.findIndex((part) => part.text === '0');
  const widthMin = firstZero < 0 ? 0 : places.length - firstZero;
  const digits = whole.padStart(widthMin, '0');
  if (isGrouped) {
    const first = before.findIndex((part) => part.kind === 'digit');
    const text = (part: Part, index: number) =>
      part.kind === 'text' ? part.text : index === first ? grouped(digits) : '';
    return before.map(text).join('');
  }
  // Digits fill the places from the right; what is left over goes before the first place.
  let [result, rest, remaining] = ['', digits, places.length];
  for (const part of before) {
    if (part.kind === 'text') {
      result += part.text;
      continue;
    }
    const taken = Math.max(rest.length - (remaining - 1), 0);
    result += rest.slice(0, taken);
    rest = rest.slice(taken);
    remaining--;
  }
  return result;
}

function renderFraction(parts: readonly Part[], fraction: string): string {
  const places = parts.filter((part) => part.kind === 'digit');
  const required = places.findLastIndex((part) => part.text === '0') + 1;
  const digits = fraction.slice(0, Math.max(required, fraction.replace(/0+$/, '').length));
  let [result, used] = ['', 0];
  for (const part of parts) {
    if (part.kind === 'text') result += part.text;
    else if (part.kind === 'point') result += digits === '' ? '' : '.';
    else result += digits[used++] ?? '';
  }
  return result;
}
