import { formatDateTime, readDateTime } from './date-time.ts';
import { readGuid } from './guid.ts';

/** What an operator compares: what kind of values stand on its two sides. */
export type Family = 'string' | 'number' | 'dateTime' | 'boolean' | 'guid';

/**
 * A value as it is compared: a text, an integer, a truth value, a GUID in lower case with dashes, or a moment in units of 100 ns
 * since 1970.
 */
export type Comparable = string | bigint | boolean;

/** A value as it is written in a condition or given as a fact. */
export type Scalar = string | number | bigint | boolean;

/** The families in words, for messages. */
export const familyNames: Readonly<Record<Family, string>> = {
  string: 'a text',
  number: 'an integer',
  dateTime: 'a moment like `2026-01-31T00:00:00.0000000Z`',
  boolean: '`true` or `false`',
  guid: 'a GUID',
};

const digitCountMax = 40;

/** Reads a value as one of a family; `undefined` when it is none. */
export function readComparable(value: Scalar, family: Family): Comparable | undefined {
  switch (family) {
    case 'string':
      return typeof value === 'string' ? value : undefined;
    case 'number':
      return readInteger(value);
    case 'boolean':
      return readBoolean(value);
    case 'guid':
      return typeof value === 'string' ? readGuid(value) : undefined;
    case 'dateTime':
      return typeof value === 'string' ? readDateTime(value) : undefined;
    default:
      return family satisfies never;
  }
}

/** A value as conditions write it. Texts hold no quote: the language has no way to write one. */
export function printComparable(value: Comparable, family: Family): string {
  if (family === 'string') return `'${value}'`;
  return family === 'dateTime' ? `'${formatDateTime(value as bigint)}'` : String(value);
}

function readInteger(value: Scalar): bigint | undefined {
  if (typeof value === 'bigint') return value;
  if (typeof value === 'number') return Number.isSafeInteger(value) ? BigInt(value) : undefined;
  if (typeof value !== 'string' || value.length > digitCountMax || !/^-?\d+$/.test(value)) return undefined;
  return BigInt(value);
}

function readBoolean(value: Scalar): boolean | undefined {
  if (typeof value === 'boolean') return value;
  if (typeof value !== 'string' || value.length > 5) return undefined;
  const text = value.toLowerCase();
  return text === 'true' || (text === 'false' ? false : undefined);
}
