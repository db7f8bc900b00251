import { Unknown } from '../kernel/index.ts';
import { type Argument, Lambda } from './template-function.ts';

/** What a value is, in the words of messages: `an int`, `a string`, `an unknown string` ... */
export function describeValue(value: Argument): string {
  if (value === null) return 'null';
  if (value instanceof Lambda) return 'a lambda';
  if (value instanceof Unknown)
    return value.type === undefined ? 'an unknown value' : `an unknown ${value.type}`;
  if (Array.isArray(value)) return 'an array';
  switch (typeof value) {
    case 'string':
      return 'a string';
    case 'boolean':
      return 'a bool';
    case 'object':
      return 'an object';
    default:
      return typeof value === 'bigint' || Number.isInteger(value) ? 'an int' : 'a float';
  }
}
