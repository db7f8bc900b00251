import { findKey, isObject, Unknown, type Value } from '../../kernel/index.ts';
import { type Argument, type Call, EvaluationError, type TemplateFunction } from '../template-function.ts';
import { openPart } from '../value-access.ts';
import { arrayAt, describe, integerAt, isInteger, isUnknown, refuse, valueAt } from './operands.ts';

const missing = Symbol('missing');

function fromEnd(array: readonly Value[], index: bigint): Value | typeof missing {
  return index >= 1n && index <= BigInt(array.length) ? array[array.length - Number(index)]! : missing;
}

/** What `key` selects in `value`. A key `{ value, fromEnd: true }` counts from the end. */
function select(value: Value, key: Value, call: Call): Value | typeof missing {
  if (key instanceof Unknown) return call.unknown();
  if (value instanceof Unknown) return knownPart(value, key, call) ?? call.unknown();
  if (isObject(key)) {
    const index = key.value;
    if (index instanceof Unknown || key.fromEnd instanceof Unknown) return call.unknown();
    if (index === undefined)
      throw new EvaluationError(`${call.name} expects a key or an index, but it is an object`);
    if (key.fromEnd !== true) return select(value, index, call);
    if (Array.isArray(value) && isInteger(index)) return fromEnd(value, BigInt(index));
  }
  if (isObject(value) && typeof key === 'string') {
    const name = findKey(value, key);
    return name === undefined ? missing : value[name]!;
  }
  if (Array.isArray(value) && isInteger(key)) {
    return key >= 0 && key < value.length ? value[Number(key)]! : missing;
  }
  throw new EvaluationError(
    `${call.name} cannot find a key that is ${describe(key)} in what is ${describe(value)}`,
  );
}

/** What is known of a part of something that is not: an output of a module, what a template writes for a resource. */
function knownPart(value: Unknown, key: Value, call: Call): Value | undefined {
  const known = value.known?.();
  if (Array.isArray(known)) {
    const item = isInteger(key) ? known[Number(key)] : undefined;
    return item === undefined ? undefined : openPart(item, value, call.unknown().expression);
  }
  const name = isObject(known) && typeof key === 'string' ? findKey(known, key) : undefined;
  if (known === undefined || name === undefined) return undefined;
  return openPart(known[name]!, value, call.unknown().expression);
}

/** Follows the keys after the first, all of which must be there. */
function follow(start: Value, args: readonly Argument[], from: number, call: Call): Value {
  let value = start;
  for (let position = from; position < args.length; position++) {
    const next = select(value, valueAt(call, args, position), call);
    if (next === missing) {
      throw new EvaluationError(`${call.name} finds nothing at its argument ${position + 1}`);
    }
    value = next;
  }
  return value;
}

/**
 * `tryGet`: what a key or an index selects, or null if there is nothing. More keys are followed from there; they must
 * be there (template-functions-object.md).
 */
export const tryGet: TemplateFunction = {
  name: 'tryGet',
  argumentsMin: 2,
  argumentsMax: Number.POSITIVE_INFINITY,
  unknowns: 'handle',
  run(args, call) {
    const value = valueAt(call, args, 0);
    if (value === null) return null;
    if (typeof value !== 'object') return refuse(call, args, 0, 'an array or an object');
    const selected = select(value, valueAt(call, args, 1), call);
    return selected === missing ? null : follow(selected, args, 2, call);
  },
};

/** `tryIndexFromEnd`: as `tryGet`, with an index that counts from 1 at the end (template-functions-array.md). */
export const tryIndexFromEnd: TemplateFunction = {
  name: 'tryIndexFromEnd',
  argumentsMin: 2,
  argumentsMax: Number.POSITIVE_INFINITY,
  unknowns: 'handle',
  run(args, call) {
    if (args[0] === null) return null;
    if (isUnknown(args[0]) || isUnknown(args[1])) return call.unknown();
    const selected = fromEnd(arrayAt(call, args, 0), integerAt(call, args, 1));
    return selected === missing ? null : follow(selected, args, 2, call);
  },
};

/** `indexFromEnd`: the member at an index that counts from 1 at the end (template-functions-array.md). */
export const indexFromEnd: TemplateFunction = {
  name: 'indexFromEnd',
  argumentsMin: 2,
  argumentsMax: 2,
  unknowns: 'handle',
  run(args, call) {
    if (isUnknown(args[0]) || isUnknown(args[1])) return call.unknown();
    const [array, index] = [arrayAt(call, args, 0), integerAt(call, args, 1)];
    const selected = fromEnd(array, index);
    if (selected !== missing) return selected;
    throw new EvaluationError(`indexFromEnd ${index} is outside an array of ${array.length}`);
  },
};
