import { isObject, type Value } from '../../kernel/index.ts';
import { printKey } from './print-key.ts';
import { type LineEnd, printText } from './print-text.ts';

/** How a value is laid out. */
export interface ValueLayout {
  /** White space before the line that the value begins in; `undefined` for a value in one line. */
  readonly indent: string | undefined;
  /** One step of indentation. */
  readonly unit: string;
  readonly lineEnd: LineEnd;
}

/**
 * A known value as Bicep writes it. The language has integers of 64 bits only: any other number is `json('0.5')`
 * (articles/azure-resource-manager/bicep/data-types.md). Throws on what is unknown.
 */
export function printValue(value: Value, layout: ValueLayout): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'number' || typeof value === 'bigint') return printNumber(value);
  if (typeof value === 'string')
    return printText(value, layout.indent === undefined ? undefined : layout.lineEnd);
  if (Array.isArray(value)) return bracketed('[', value, ']', layout, printValue);
  if (!isObject(value)) throw new TypeError('what is unknown cannot be written');
  return bracketed('{', Object.entries(value), '}', layout, ([name, part], inner) =>
    printProperty(name, part, inner),
  );
}

/** `name: value`, the name in quotes where it is no identifier. */
export function printProperty(name: string, value: Value, layout: ValueLayout): string {
  return `${printKey(name)}: ${printValue(value, layout)}`;
}

const integerMin = -(2n ** 63n);
const integerMax = 2n ** 63n - 1n;

function printNumber(value: number | bigint): string {
  const isInteger =
    typeof value === 'bigint' ? value >= integerMin && value <= integerMax : Number.isSafeInteger(value);
  // A minus of its own would make it another number.
  return isInteger ? String(value === 0 ? 0 : value) : `json('${value}')`;
}

function bracketed<Part>(
  open: string,
  parts: readonly Part[],
  close: string,
  layout: ValueLayout,
  print: (part: Part, layout: ValueLayout) => string,
): string {
  if (parts.length === 0) return open + close;
  const { indent, unit, lineEnd } = layout;
  if (indent === undefined) {
    const blank = open === '{' ? ' ' : '';
    return open + blank + parts.map((part) => print(part, layout)).join(', ') + blank + close;
  }
  const inner = { ...layout, indent: indent + unit };
  const lines = parts.map((part) => lineEnd + inner.indent + print(part, inner));
  return `${open}${lines.join('')}${lineEnd}${indent}${close}`;
}
