import { redactSecrets, settingsIn } from '../estate/index.ts';
import { isObject, parseResourceId, type Value, type ValueObject } from '../kernel/index.ts';

/** The objects with an id in a list of an answer, ARM's `value` or Resource Graph's `data`, without their secrets. The answer is changed. */
export function ingest(
  list: Value | undefined,
  options: { readonly isPolicy?: boolean } = {},
): ValueObject[] {
  if (!Array.isArray(list)) return [];
  const objects = list.filter(isObject).filter(({ id }) => typeof id === 'string');
  for (const object of objects) {
    const id = typeof object.id === 'string' ? parseResourceId(object.id) : undefined;
    const settings = id === undefined ? undefined : settingsIn(id.type, id.name);
    redactSecrets(object, { looksAtTexts: true, isPolicy: options.isPolicy === true, settings });
  }
  return objects;
}

/**
 * Takes from a row of Resource Graph what the resource does not have: every row has every column of its table, with null or an empty text where Azure Resource
 * Manager has no such property. The row is changed.
 */
export function withoutEmptyColumns(row: ValueObject): ValueObject {
  for (const key of Object.keys(row)) if (row[key] === null || row[key] === '') delete row[key];
  return row;
}
