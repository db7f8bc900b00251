import { findKey, isObject, type Value, type ValueObject } from '../kernel/index.ts';
import { everyElement, type FieldPath } from './field-path.ts';

/** The value at a path; for a path that ends with `[*]` the array itself. `undefined` when there is nothing. */
export function readAt(root: Value, path: FieldPath): Value | undefined {
  let value: Value | undefined = root;
  for (const [index, step] of path.entries()) {
    if (step === everyElement) {
      if (index === path.length - 1) return value;
      value = Array.isArray(value) ? value[0] : undefined;
    } else if (typeof step === 'number') value = Array.isArray(value) ? value[step] : undefined;
    else if (value !== undefined && isObject(value)) {
      const key: string | undefined = findKey(value, step);
      value = key === undefined ? undefined : value[key];
    } else return undefined;
  }
  return value;
}

/**
 * A copy of `root` with a value written (how-to/author-policies-for-arrays.md#modifying-arrays): at `a[*]` it is added to the array, or
 * replaces all of it; at `a[*].b` it is written on each member. Only what is on the path is copied.
 */
export function writeAt(
  root: ValueObject,
  path: FieldPath,
  value: Value,
  mode: 'add' | 'replace',
): ValueObject {
  return write(root, path, 0, value, mode) as ValueObject;
}

function write(
  current: Value | undefined,
  path: FieldPath,
  at: number,
  value: Value,
  mode: 'add' | 'replace',
): Value {
  const step = path[at];
  if (step === undefined) return value;
  if (step === everyElement) {
    const members = Array.isArray(current) ? current : [];
    if (at === path.length - 1) return mode === 'add' ? [...members, value] : [value];
    return members.map((member) => write(member, path, at + 1, value, mode));
  }
  if (typeof step === 'number') {
    if (!Array.isArray(current)) return current ?? null;
    return current.map((member, index) =>
      index === step ? write(member, path, at + 1, value, mode) : member,
    );
  }
  const object: ValueObject = current !== undefined && isObject(current) ? current : {};
  const key = findKey(object, step) ?? step;
  if (key === '__proto__') return object;
  return { ...object, [key]: write(object[key], path, at + 1, value, mode) };
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
