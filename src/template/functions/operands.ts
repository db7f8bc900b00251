import type { Unknown, Value, ValueObject } from '../../kernel/index.ts';
import { findKey, isObject, Unknown as UnknownValue } from '../../kernel/index.ts';
import { type Argument, type Call, EvaluationError, Lambda } from '../template-function.ts';

/** The least and greatest integer of the template language, which has 64-bit integers. */
export const integerMin: bigint = -(2n ** 63n);
export const integerMax: bigint = 2n ** 63n - 1n;

/** How a message names what an argument is: `an int`, `null`, `an array`. */
export function describe(argument: Argument): string {
  if (argument === null) return 'null';
  if (argument instanceof Lambda) return 'a lambda';
  if (argument instanceof UnknownValue) return 'not known';
  if (Array.isArray(argument)) return 'an array';
  switch (typeof argument) {
    case 'boolean':
      return 'a bool';
    case 'string':
      return 'a string';
    case 'bigint':
      return 'an int';
    case 'number':
      return Number.isInteger(argument) ? 'an int' : 'a float';
    default:
      return 'an object';
  }
}

/** Raises the error for an argument of the wrong type. `position` counts from 0. */
export function refuse(call: Call, args: readonly Argument[], position: number, wanted: string): never {
  const argument = args[position];
  if (argument === undefined) {
    throw new EvaluationError(`${call.name} expects ${wanted} as argument ${position + 1}, which is missing`);
  }
  throw new EvaluationError(
    `${call.name} expects ${wanted}, but argument ${position + 1} is ${describe(argument)}`,
  );
}

/** The argument at `position` as a plain value, which lambdas are not. */
export function valueAt(call: Call, args: readonly Argument[], position: number): Value {
  const argument = args[position];
  if (argument === undefined || argument instanceof Lambda) return refuse(call, args, position, 'a value');
  return argument;
}

/** The string at `position`. */
export function stringAt(call: Call, args: readonly Argument[], position: number): string {
  const argument = args[position];
  return typeof argument === 'string' ? argument : refuse(call, args, position, 'a string');
}

/** The bool at `position`. */
export function booleanAt(call: Call, args: readonly Argument[], position: number): boolean {
  const argument = args[position];
  return typeof argument === 'boolean' ? argument : refuse(call, args, position, 'a bool');
}

/** The array at `position`. */
export function arrayAt(call: Call, args: readonly Argument[], position: number): Value[] {
  const argument = args[position];
  return Array.isArray(argument) ? argument : refuse(call, args, position, 'an array');
}

/** The object at `position`. */
export function objectAt(call: Call, args: readonly Argument[], position: number): ValueObject {
  const argument = args[position];
  return isObject(argument) && !(argument instanceof Lambda)
    ? argument
    : refuse(call, args, position, 'an object');
}

/** The lambda at `position`. */
export function lambdaAt(call: Call, args: readonly Argument[], position: number): Lambda {
  const argument = args[position];
  return argument instanceof Lambda ? argument : refuse(call, args, position, 'a lambda');
}

/** Whether `value` is an integer of the template language. */
export function isInteger(value: unknown): value is number | bigint {
  return typeof value === 'bigint' || Number.isInteger(value);
}

/** The 64-bit integer at `position`. */
export function integerAt(call: Call, args: readonly Argument[], position: number): bigint {
  const argument = args[position];
  if (!isInteger(argument)) return refuse(call, args, position, 'an int');
  return checkedInteger(call, BigInt(argument));
}

/** The integer at `position` for counts and indexes: beyond the safe range it is clamped, which changes nothing. */
export function indexAt(call: Call, args: readonly Argument[], position: number): number {
  const exact = integerAt(call, args, position);
  const safe = BigInt(Number.MAX_SAFE_INTEGER);
  return Number(exact > safe ? safe : exact < -safe ? -safe : exact);
}

function checkedInteger(call: Call, value: bigint): bigint {
  if (value < integerMin || value > integerMax) {
    throw new EvaluationError(`${call.name} overflows: ${value} is not a 64-bit integer`);
  }
  return value;
}

/** An integer result: `number` where it is safe, else `bigint`; an error beyond 64 bits. */
export function integerResult(call: Call, value: bigint): number | bigint {
  const narrow = Number(checkedInteger(call, value));
  return Number.isSafeInteger(narrow) ? narrow : value;
}

/** `text`, unless it is longer than the limit on strings. */
export function limited(call: Call, text: string): string {
  checkLength(call, text.length);
  return text;
}

/** Raises an error if a string of `length` characters may not be made. Asked before making it. */
export function checkLength(call: Call, length: number): void {
  if (length > call.limits.stringLengthMax) {
    throw new EvaluationError(
      `${call.name} makes a string of more than ${call.limits.stringLengthMax} characters`,
    );
  }
}

/** Sets a property. A key that differs only in case from one that is there replaces its value. */
export function setKey(call: Call, object: ValueObject, key: string, value: Value): void {
  if (key === '__proto__') throw new EvaluationError(`${call.name} may not make a property \`__proto__\``);
  object[findKey(object, key) ?? key] = value;
}

/** Whether an unknown is certainly a string. */
export function isUnknownString(value: Argument): boolean {
  return (
    value instanceof UnknownValue && (value.type === 'string' || value.prefix !== '' || value.suffix !== '')
  );
}

/** Whether an argument is a top-level unknown. */
export function isUnknown(value: Argument | undefined): value is Unknown {
  return value instanceof UnknownValue;
}
