import {
  findKey,
  formatPointer,
  isObject,
  Unknown,
  type Value,
  type ValueObject,
} from '../../kernel/index.ts';

/** Property names and array positions. */
export type PropertyPath = readonly (string | number)[];

/**
 * One property of a resource that changes. Pointers and paths mean the resource before any change; a position at the end of an array adds a
 * member to it.
 */
export interface PropertyChange {
  /** JSON Pointer (RFC 6901). */
  readonly pointer: string;
  readonly path: PropertyPath;
  /** `undefined`: it is not there. */
  readonly before: Value | undefined;
  /** `undefined`: it is removed. */
  readonly after: Value | undefined;
  /** What a person has to know of it: a placeholder to fill in, a resource to make anew. */
  readonly note?: string | undefined;
}

/** The change of a property of a resource to a value; `undefined` removes it. */
export function changeAt(
  body: ValueObject,
  path: PropertyPath,
  after: Value | undefined,
  note?: string,
): PropertyChange {
  const spelled = asSpelled(body, path);
  return { pointer: formatPointer(spelled), path: spelled, before: valueAt(body, path), after, note };
}

/** The value at a path, with property names matched without regard to case. Parts of what is unknown are not seen. */
export function valueAt(root: Value | undefined, path: PropertyPath): Value | undefined {
  let value = root;
  for (const step of path) value = childOf(value, step);
  return value;
}

function childOf(value: Value | undefined, step: string | number): Value | undefined {
  if (typeof step === 'number') return Array.isArray(value) ? value[step] : undefined;
  if (value === undefined || !isObject(value)) return undefined;
  const key = findKey(value, step);
  return key === undefined ? undefined : value[key];
}

/** The path with its names spelled as the resource spells them. */
function asSpelled(root: Value, path: PropertyPath): PropertyPath {
  let value: Value | undefined = root;
  return path.map((step) => {
    const isName = typeof step === 'string' && value !== undefined && isObject(value);
    const key = isName ? (findKey(value as ValueObject, step) ?? step) : step;
    value = childOf(value, step);
    return key;
  });
}

/**
 * A copy of a resource with changes made: what is set first, then what is removed, members of arrays from the end, so that the positions of
 * one change do not depend on another. Objects and arrays around a property that is set are made where they are missing.
 */
export function applyChanges(body: ValueObject, changes: readonly PropertyChange[]): ValueObject {
  let changed: Value = body;
  for (const { path, after } of changes) if (after !== undefined) changed = written(changed, path, 0, after);
  const removals = changes.filter(({ after }) => after === undefined).map(({ path }) => path);
  for (const path of removals.sort(lastPositionFirst)) changed = removed(changed, path, 0);
  return changed as ValueObject;
}

function lastPositionFirst(a: PropertyPath, b: PropertyPath): number {
  for (let at = 0; at < Math.min(a.length, b.length); at++) {
    const [one, other] = [a[at]!, b[at]!];
    if (typeof one === 'number' && typeof other === 'number' && one !== other) return other - one;
  }
  return b.length - a.length;
}

/** A copy of a value with a part of it set. */
export function written(current: Value | undefined, path: PropertyPath, at: number, value: Value): Value {
  const step = path[at];
  if (step === undefined) return value;
  // What is inside something unknown cannot be set.
  if (current instanceof Unknown) return current;
  if (typeof step === 'number') {
    const items = Array.isArray(current) ? current : [];
    const next = written(items[step], path, at + 1, value);
    return step < items.length ? items.with(step, next) : [...items, next];
  }
  const object: ValueObject = current !== undefined && isObject(current) ? current : {};
  const key = findKey(object, step) ?? step;
  return key === '__proto__' ? object : { ...object, [key]: written(object[key], path, at + 1, value) };
}

function removed(current: Value | undefined, path: PropertyPath, at: number): Value {
  const step = path[at]!;
  const isLast = at === path.length - 1;
  if (typeof step === 'number') {
    if (!Array.isArray(current) || step >= current.length) return current ?? null;
    return isLast ? current.toSpliced(step, 1) : current.with(step, removed(current[step], path, at + 1));
  }
  const key = current !== undefined && isObject(current) ? findKey(current, step) : undefined;
  if (key === undefined) return current ?? null;
  const { [key]: child, ...others } = current as ValueObject;
  return isLast ? others : { ...(current as ValueObject), [key]: removed(child, path, at + 1) };
}

/** Whether one path leads to the other or into it. */
export function isWithin(inner: PropertyPath, outer: PropertyPath): boolean {
  return outer.length <= inner.length && outer.every((step, at) => sameStep(step, inner[at]!));
}

function sameStep(a: string | number, b: string | number): boolean {
  return a === b || (typeof a === 'string' && typeof b === 'string' && a.toLowerCase() === b.toLowerCase());
}

/**
 * Adds a change to others: one inside a value that is set already becomes part of it, so that every property changes once. `undefined` where
 * the two are about the same property.
 */
export function withChange(
  changes: readonly PropertyChange[],
  added: PropertyChange,
): readonly PropertyChange[] | undefined {
  const outer = changes.findIndex((one) => isWithin(added.path, one.path));
  if (outer === -1)
    return changes.some((one) => isWithin(one.path, added.path)) ? undefined : [...changes, added];
  const around = changes[outer]!;
  if (around.after === undefined || added.after === undefined) return undefined;
  const inner = added.path.slice(around.path.length);
  if (!hasRoomAt(around.after, inner)) return undefined;
  const present = valueAt(around.after, inner);
  const isOpen = isBlank(present) || (typeof present === 'string' && added.path.length > around.path.length);
  if (!isOpen) return undefined;
  const after = written(around.after, added.path, around.path.length, added.after);
  return changes.with(outer, { ...around, after, note: added.note });
}

/** Whether there are objects and arrays on the way to a path, or nothing yet: a text that stands there is not to be lost. */
export function hasRoomAt(root: Value, path: PropertyPath): boolean {
  return path.every((step, at) => {
    const around = valueAt(root, path.slice(0, at));
    if (around === undefined || around === null) return true;
    return typeof step === 'number' ? Array.isArray(around) : isObject(around);
  });
}

/** Nothing yet: not there, or the empty object that a new member begins as. */
function isBlank(value: Value | undefined): boolean {
  return value === undefined || (isObject(value) && Object.keys(value).length === 0);
}

/** The path in the resource before some changes of what stands at a path after them: members that were removed have moved those behind them. */
export function pathBefore(path: PropertyPath, changes: readonly PropertyChange[]): PropertyPath {
  const gone = changes.filter(
    ({ path: one, after }) => after === undefined && typeof one.at(-1) === 'number',
  );
  if (gone.length === 0) return path;
  const before: (string | number)[] = [];
  for (const step of path) {
    let position = step;
    if (typeof position === 'number') {
      const array = [...before];
      const removed = gone
        .filter(({ path: one }) => one.length === array.length + 1 && isWithin(one, array))
        .map(({ path: one }) => Number(one.at(-1)));
      for (const one of removed.sort((a, b) => a - b)) if (one <= position) position++;
    }
    before.push(position);
  }
  return before;
}
