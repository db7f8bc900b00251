import { findKey, isObject, type Value, type ValueObject } from '../kernel/index.ts';
import type { FieldPath } from './field-path.ts';

/**
 * A copy of `root` with a value written at a concrete path. Objects that are missing are made; only what is on the path is copied.
 */
export function writeAt(root: ValueObject, path: readonly (string | number)[], value: Value): ValueObject {
  return write(root, path, 0, value) as ValueObject;
}

function write(
  current: Value | undefined,
  path: readonly (string | number)[],
  at: number,
  value: Value,
): Value {
  const step = path[at];
  if (step === undefined) return value;
  if (typeof step === 'number') {
    if (!Array.isArray(current)) return current ?? null;
    return current.map((member, index) => (index === step ? write(member, path, at + 1, value) : member));
  }
  const object: ValueObject = current !== undefined && isObject(current) ? current : {};
  const key = findKey(object, step) ?? step;
  if (key === '__proto__') return object;
  return { ...object, [key]: write(object[key], path, at + 1, value) };
}

/** A copy of `root` without the property at a path. */
export function removeAt(root: ValueObject, path: FieldPath): ValueObject {
  const [step, ...rest] = path;
  const key = typeof step === 'string' ? findKey(root, step) : undefined;
  if (key === undefined) return root;
  const { [key]: child, ...others } = root;
  if (rest.length === 0) return others;
  return child !== undefined && isObject(child) ? { ...root, [key]: removeAt(child, rest) } : root;
}
