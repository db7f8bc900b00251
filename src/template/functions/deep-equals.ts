import { isObject, typeOfValue, Unknown, type Value, type ValueObject } from '../../kernel/index.ts';
import type { TemplateFunction } from '../template-function.ts';
import { valueAt } from './operands.ts';

/** Whether something holds; `undefined` when it depends on what is not known. */
export type Tri = boolean | undefined;

/**
 * Whether two values are equal. Strings and property names are compared with regard to case, integers and floats by
 * their numeric value, objects without regard to the order of their properties.
 */
export function deepEquals(a: Value, b: Value): Tri {
  if (a === b) return true;
  if (a instanceof Unknown) return unknownEquals(a, b);
  if (b instanceof Unknown) return unknownEquals(b, a);
  if (typeof a === 'bigint' || typeof b === 'bigint') return numericEquals(a, b);
  if (Array.isArray(a)) return Array.isArray(b) && arrayEquals(a, b);
  if (isObject(a)) return isObject(b) && objectEquals(a, b);
  return false;
}

function numericEquals(a: Value, b: Value): boolean {
  const numeric = (value: Value): value is number | bigint =>
    typeof value === 'number' || typeof value === 'bigint';
  // biome-ignore lint/suspicious/noDoubleEquals: number and bigint are equal by value only with ==
  return numeric(a) && numeric(b) && a == b;
}

function arrayEquals(a: readonly Value[], b: readonly Value[]): Tri {
  if (a.length !== b.length) return false;
  return every(a.keys(), (index) => deepEquals(a[index]!, b[index]!));
}

function objectEquals(a: ValueObject, b: ValueObject): Tri {
  const keys = Object.keys(a);
  if (keys.length !== Object.keys(b).length) return false;
  return every(keys, (key) => Object.hasOwn(b, key) && deepEquals(a[key]!, b[key]!));
}

/** Whether `holds` of every item: false as soon as one is false, whatever the others are. */
export function every<Item>(items: Iterable<Item>, holds: (item: Item) => Tri): Tri {
  let result: Tri = true;
  for (const item of items) {
    const one = holds(item);
    if (one === false) return false;
    if (one === undefined) result = undefined;
  }
  return result;
}

/** Whether `holds` of any item: true as soon as one is true, whatever the others are. */
export function some<Item>(items: Iterable<Item>, holds: (item: Item) => Tri): Tri {
  const none = every(items, (item) => negate(holds(item)));
  return negate(none);
}

function negate(value: Tri): Tri {
  return value === undefined ? undefined : !value;
}

function unknownEquals(unknown: Unknown, other: Value): Tri {
  if (typesDiffer(unknown, other) || textsDiffer(unknown, other)) return false;
  if (unknown.candidates) return againstCandidates(unknown.candidates, other);
  if (other instanceof Unknown && other.candidates) return againstCandidates(other.candidates, unknown);
  return undefined;
}

function againstCandidates(candidates: readonly Value[], other: Value): Tri {
  if (candidates.length === 0) return undefined;
  let [all, any]: [boolean, boolean] = [true, false];
  for (const candidate of candidates) {
    const equal = deepEquals(candidate, other);
    all &&= equal === true;
    any ||= equal !== false;
  }
  // Two unknowns that are each one of several values are equal only for certain pairs of them.
  return all ? true : any ? undefined : false;
}

function typesDiffer(a: Value, b: Value): boolean {
  const [typeOfA, typeOfB] = [typeOfValue(a), typeOfValue(b)];
  if (typeOfA === undefined || typeOfB === undefined || typeOfA === typeOfB) return false;
  const numeric = new Set(['int', 'float']);
  return !(numeric.has(typeOfA) && numeric.has(typeOfB));
}

function textsDiffer(unknown: Unknown, other: Value): boolean {
  const { prefix, suffix } = unknown;
  if (prefix === '' && suffix === '') return false;
  if (typeof other === 'string') return !other.startsWith(prefix) || !other.endsWith(suffix);
  if (!(other instanceof Unknown)) return true;
  return !(
    (prefix.startsWith(other.prefix) || other.prefix.startsWith(prefix)) &&
    (suffix.endsWith(other.suffix) || other.suffix.endsWith(suffix))
  );
}

/** `equals` (template-functions-comparison.md). */
export const equals: TemplateFunction = {
  name: 'equals',
  argumentsMin: 2,
  argumentsMax: 2,
  unknowns: 'handle',
  returns: 'bool',
  run(args, call) {
    return deepEquals(valueAt(call, args, 0), valueAt(call, args, 1)) ?? call.unknown({ type: 'bool' });
  },
};
