import { isObject, type Value } from '../kernel/index.ts';

const shownCount = 6;
const nameLengthMax = 40;

/** What an entry is that fits nothing, by its names alone: its values may be secrets. */
export function describeEntry(value: Value): string {
  if (Array.isArray(value)) return 'a list';
  if (!isObject(value)) return value === null ? 'null' : `a ${typeof value}`;
  const names = Object.keys(value);
  if (names.length === 0) return 'an empty object';
  if (typeof value.id === 'string' && value.properties !== undefined)
    return 'an object whose `id` names no resource';
  const shown = names.slice(0, shownCount).map((name) => `\`${name.slice(0, nameLengthMax)}\``);
  const rest = names.length > shownCount ? ' ...' : '';
  return `an object with ${shown.join(', ')}${rest}`;
}
