import { EvaluationError } from '../template-function.ts';
import { decimalDigits, grouped, hundredfold } from './decimal-digits.ts';
import { formatPattern } from './net-number-pattern.ts';
import { numberText } from './value-text.ts';

const precisionMax = 1000;
const standard = /^([A-Za-z])(\d{0,9})$/;

/**
 * A number as .NET formats it in the invariant culture: a standard format (`N0`, `F2`, `X4`, `D5`, `P1`, `E3` ...) or a
 * custom one (`000`, `#,##0.00`). See standard-numeric-format-strings.md of the .NET documentation.
 */
export function formatNumber(value: number | bigint, format: string): string {
  const [, letter, precisionText] = standard.exec(format) ?? [];
  if (letter === undefined) return format === '' ? numberText(value) : formatPattern(value, format);
  const precision = precisionText === '' ? undefined : Number(precisionText);
  if (precision !== undefined && precision > precisionMax) {
    throw new EvaluationError(`a number format has at most ${precisionMax} digits, not ${precision}`);
  }
  switch (letter.toUpperCase()) {
    case 'B':
      return radix(value, 2, precision, format);
    case 'C':
      return signed(value, `¤${fixed(value, precision ?? 2, true)}`, (text) => `(${text})`);
    case 'D':
      return signed(value, integerDigits(value, format).padStart(precision ?? 1, '0'));
    case 'E':
      return exponential(value, precision ?? 6, letter, 3);
    case 'F':
      return signed(value, fixed(value, precision ?? 2, false));
    case 'G':
      return general(value, precision ?? 0, letter);
    case 'N':
      return signed(value, fixed(value, precision ?? 2, true));
    case 'P':
      return signed(value, `${fixed(hundredfold(value), precision ?? 2, true)} %`);
    case 'R':
      return numberText(value);
    case 'X': {
      const text = radix(value, 16, precision, format);
      return letter === 'X' ? text.toUpperCase() : text;
    }
    default:
      throw new EvaluationError(`\`${format}\` is not a number format`);
  }
}

function fixed(value: number | bigint, fractionDigits: number, isGrouped: boolean): string {
  const { whole, fraction } = decimalDigits(value, fractionDigits);
  return (isGrouped ? grouped(whole) : whole) + (fraction === '' ? '' : `.${fraction}`);
}

function signed(value: number | bigint, text: string, negative = (inner: string) => `-${inner}`): string {
  return value < 0 && /[1-9]/.test(text) ? negative(text) : text;
}

function integerDigits(value: number | bigint, format: string): string {
  if (typeof value === 'number' && !Number.isInteger(value)) {
    throw new EvaluationError(`number format \`${format}\` is for integers only`);
  }
  return decimalDigits(value, 0).whole;
}

function radix(value: number | bigint, base: 2 | 16, precision: number | undefined, format: string): string {
  integerDigits(value, format);
  return BigInt.asUintN(64, BigInt(value))
    .toString(base)
    .padStart(precision ?? 1, '0');
}

function exponential(value: number | bigint, digits: number, letter: string, exponentDigits: number): string {
  const [mantissa, exponent] = Number(value).toExponential(Math.min(digits, 100)).split('e');
  const sign = exponent!.startsWith('-') ? '-' : '+';
  const mark = letter === letter.toUpperCase() ? 'E' : 'e';
  return `${mantissa}${mark}${sign}${exponent!.replace(/^[+-]/, '').padStart(exponentDigits, '0')}`;
}

function general(value: number | bigint, significant: number, letter: string): string {
  if (significant === 0) return numberText(value);
  const [mantissa, exponentText] = Number(value)
    .toExponential(Math.min(significant, 101) - 1)
    .split('e');
  const exponent = Number(exponentText);
  if (exponent >= significant || exponent < -5) {
    return exponential(
      Number(value),
      Math.max(shortened(mantissa!).replace(/\D/g, '').length - 1, 0),
      letter,
      2,
    );
  }
  return shortened(decimalText(Number(value), significant - 1 - exponent));
}

function decimalText(value: number, fractionDigits: number): string {
  return signed(value, fixed(value, fractionDigits, false));
}

function shortened(text: string): string {
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}
