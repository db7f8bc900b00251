import { isObject, Unknown, type Value, type ValueObject } from '../../kernel/index.ts';
import { deepEquals } from '../../template/index.ts';
import { changeAt, type PropertyChange, type PropertyPath } from './property-change.ts';

/** The properties in which two versions of a resource differ, as changes of the first. An array that lost members or changed in length elsewhere than at its end changes as a whole. */
export function changesBetween(before: ValueObject, after: ValueObject): PropertyChange[] {
  return pathsBetween(before, after, []).map(({ path, value }) => changeAt(before, path, value));
}

interface Difference {
  readonly path: PropertyPath;
  readonly value: Value | undefined;
}

function pathsBetween(before: Value | undefined, after: Value | undefined, path: PropertyPath): Difference[] {
  if (before === after) return [];
  if (before !== undefined && after !== undefined) {
    if (isObject(before) && isObject(after)) return objectDifferences(before, after, path);
    if (Array.isArray(before) && Array.isArray(after) && before.length <= after.length)
      return after.flatMap((item, index) => pathsBetween(before[index], item, [...path, index]));
    const isKnown = !(before instanceof Unknown) && !(after instanceof Unknown);
    if (isKnown && deepEquals(before, after) === true) return [];
  }
  return [{ path, value: after }];
}

function objectDifferences(before: ValueObject, after: ValueObject, path: PropertyPath): Difference[] {
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...keys].flatMap((key) =>
    pathsBetween(
      Object.hasOwn(before, key) ? before[key] : undefined,
      Object.hasOwn(after, key) ? after[key] : undefined,
      [...path, key],
    ),
  );
}
