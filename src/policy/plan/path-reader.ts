import { fold, Unknown, type Value, type ValueObject } from '../../kernel/index.ts';
import { everyElement, type FieldPath } from '../field-path.ts';

/** Stands for a value that the plan leaves to the interpreter: an unknown one. */
export const undecided: unique symbol = Symbol('undecided');

/** A value a plan reads; `undefined` when there is nothing. */
export type PlanValue = Value | undefined | typeof undecided;

/** Reads a path without `[*]`. */
export function compilePath(path: FieldPath): (root: Value) => PlanValue {
  const steps = path as readonly (string | number)[];
  return (root) => {
    let value: Value | undefined = root;
    for (const step of steps) {
      if (typeof value !== 'object' || value === null) return undefined;
      if (value instanceof Unknown) return undecided;
      value = childOf(value, step);
      if (value === undefined) return undefined;
    }
    return value instanceof Unknown ? undecided : value;
  };
}

/**
 * Hands every value that a path selects to `visit`, in the way of selectValues(): an array that is not there is one nothing.
 * Stops, and answers false, when `visit` does.
 */
export function visitPath(
  value: Value | undefined,
  path: FieldPath,
  at: number,
  visit: (value: PlanValue) => boolean,
): boolean {
  const step = path[at];
  if (value instanceof Unknown) return visit(undecided);
  if (step === undefined) return visit(value);
  if (step === everyElement) {
    if (!Array.isArray(value)) return visit(undefined);
    for (const item of value) if (!visitPath(item, path, at + 1, visit)) return false;
    return true;
  }
  const child = typeof value === 'object' && value !== null ? childOf(value, step) : undefined;
  return visitPath(child, path, at + 1, visit);
}

/** Every value that a path with `[*]` selects; `undefined` when it is not known how many there are. Missing arrays have none. */
export function elementsOf(
  value: Value | undefined,
  path: FieldPath,
  at = 0,
  elements: Value[] = [],
): Value[] | undefined {
  const step = path[at];
  if (value instanceof Unknown) return undefined;
  if (step === undefined) {
    if (value !== undefined) elements.push(value);
    return elements;
  }
  if (step === everyElement) {
    if (!Array.isArray(value)) return elements;
    for (const item of value) {
      if (at === path.length - 1) elements.push(item);
      else if (elementsOf(item, path, at + 1, elements) === undefined) return undefined;
    }
    return elements;
  }
  const child = typeof value === 'object' && value !== null ? childOf(value, step) : undefined;
  return elementsOf(child, path, at + 1, elements);
}

/** Names that every object has from its prototype: for these what is found must be checked to be the object's own. */
const inheritedNames: ReadonlySet<string> = new Set(Object.getOwnPropertyNames(Object.prototype));

function childOf(
  value: Exclude<Value, null | boolean | number | bigint | string | Unknown>,
  step: string | number,
): Value | undefined {
  if (Array.isArray(value)) return typeof step === 'number' ? value[step] : undefined;
  if (typeof step === 'number') return undefined;
  const exact = value[step];
  // The exact spelling is nearly always the one that is there.
  if (exact !== undefined && (!inheritedNames.has(step) || Object.hasOwn(value, step))) return exact;
  return otherSpelling(value, step);
}

function otherSpelling(value: ValueObject, step: string): Value | undefined {
  const { length } = step;
  let folded: string | undefined;
  for (const key in value) {
    if (key.length !== length || key === step) continue;
    folded ??= fold(step);
    if (fold(key) === folded) return value[key];
  }
  return undefined;
}
