import { Unknown } from './unknown.ts';

/** A JSON value in which any part can be {@link Unknown}. 64-bit integers beyond 2^53 are `bigint`. */
export type Value = null | boolean | number | bigint | string | Unknown | Value[] | ValueObject;

/** A JSON object. Keys are own properties; `__proto__` never occurs (the readers refuse it). */
export interface ValueObject {
  [key: string]: Value;
}

/** The type names of the ARM template language. */
export type ValueType = 'null' | 'bool' | 'int' | 'float' | 'string' | 'array' | 'object';

/** Whether `value` is a JSON object (not an array, not null, not unknown). */
export function isObject(value: unknown): value is ValueObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Unknown);
}

/** The template type of a value; `undefined` for an unknown whose type is not known. */
export function typeOfValue(value: Value): ValueType | undefined {
  if (value === null) return 'null';
  switch (typeof value) {
    case 'boolean':
      return 'bool';
    case 'bigint':
      return 'int';
    case 'number':
      return Number.isInteger(value) ? 'int' : 'float';
    case 'string':
      return 'string';
    default:
      if (value instanceof Unknown) return value.type;
      return Array.isArray(value) ? 'array' : 'object';
  }
}

/** Whether no part of `value`, at any depth, is unknown. */
export function isKnown(value: Value): boolean {
  if (typeof value !== 'object' || value === null) return true;
  if (value instanceof Unknown) return false;
  if (Array.isArray(value)) return value.every(isKnown);
  for (const key in value) if (!isKnown(value[key]!)) return false;
  return true;
}

/** All unknowns inside `value`, in document order. */
export function unknownsIn(value: Value, found: Unknown[] = []): Unknown[] {
  if (typeof value !== 'object' || value === null) return found;
  if (value instanceof Unknown) found.push(value);
  else if (Array.isArray(value)) for (const item of value) unknownsIn(item, found);
  else for (const key in value) unknownsIn(value[key]!, found);
  return found;
}

/**
 * A value as text for messages and keys: strings as they are, unknowns as their expressions, everything else as JSON. Unlike `String()` it never
 * asks the value itself, whose `toString` may be a property of the input.
 */
export function textOfValue(value: Value): string {
  if (typeof value === 'string') return value;
  if (value instanceof Unknown) return value.toString();
  if (typeof value !== 'object' || value === null) return String(value);
  return JSON.stringify(value, (_, part: unknown) => (typeof part === 'bigint' ? part.toString() : part));
}
