import { findKey, isObject, type Value, type ValueObject } from '../../kernel/index.ts';

/** The value at a path of keys, which are found in any case; `undefined` when it is not there. */
export function fieldAt(value: Value | undefined, ...path: readonly string[]): Value | undefined {
  let at = value;
  for (const name of path) {
    if (!isObject(at)) return undefined;
    const key = findKey(at, name);
    at = key === undefined ? undefined : at[key];
  }
  return at ?? undefined;
}

/** The text at a path; `undefined` when there is none, or an empty one. */
export function textAt(value: Value | undefined, ...path: readonly string[]): string | undefined {
  const found = fieldAt(value, ...path);
  return typeof found === 'string' && found !== '' ? found : undefined;
}

/** The boolean at a path. */
export function flagAt(value: Value | undefined, ...path: readonly string[]): boolean | undefined {
  const found = fieldAt(value, ...path);
  return typeof found === 'boolean' ? found : undefined;
}

/** The objects of the list at a path; empty when there is none. */
export function objectsAt(value: Value | undefined, ...path: readonly string[]): readonly ValueObject[] {
  const found = fieldAt(value, ...path);
  return Array.isArray(found) ? found.filter(isObject) : [];
}

/** The texts of the list at a path. */
export function textsAt(value: Value | undefined, ...path: readonly string[]): readonly string[] {
  const found = fieldAt(value, ...path);
  return Array.isArray(found) ? found.filter((one) => typeof one === 'string') : [];
}

/** Whether there is a list at a path, however long it is. */
export function hasListAt(value: Value | undefined, ...path: readonly string[]): boolean {
  return Array.isArray(fieldAt(value, ...path));
}
