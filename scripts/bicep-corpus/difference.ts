/** A place at which two values differ; `undefined` stands for what is not there. */
export interface Difference {
  readonly path: string;
  readonly ours: unknown;
  readonly theirs: unknown;
}

/** How two values are told apart. */
export interface Comparison {
  /** Lists in which the order means nothing, by the path that leads to them. */
  readonly isUnordered: (path: string) => boolean;
  /** Properties that say nothing. */
  readonly isSkipped: (path: string) => boolean;
}

/** Every place at which two plain values differ, at most `limit`. */
export function differences(
  ours: unknown,
  theirs: unknown,
  comparison: Comparison,
  path = '',
  found: Difference[] = [],
  limit = 40,
): Difference[] {
  if (found.length >= limit || ours === theirs) return found;
  if (Array.isArray(ours) && Array.isArray(theirs)) {
    const [a, b] = comparison.isUnordered(path) ? [sorted(ours), sorted(theirs)] : [ours, theirs];
    for (let at = 0; at < Math.max(a.length, b.length); at++)
      differences(a[at], b[at], comparison, `${path}[${at}]`, found, limit);
  } else if (isPlainObject(ours) && isPlainObject(theirs)) {
    for (const key of new Set([...Object.keys(ours), ...Object.keys(theirs)])) {
      const inner = `${path}.${key}`;
      if (!comparison.isSkipped(inner)) differences(ours[key], theirs[key], comparison, inner, found, limit);
    }
  } else if (typeof ours === 'bigint' ? Number(ours) !== theirs : true) found.push({ path, ours, theirs });
  return found;
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function sorted(list: readonly unknown[]): unknown[] {
  const keyed = new Map(list.map((item) => [textOf(item), item]));
  return [...keyed].sort(([, a], [, b]) => (identityOf(a) < identityOf(b) ? -1 : 1)).map(([, item]) => item);
}

/** What tells an item of a list from the others: the type and name of a resource, or all of it. */
function identityOf(item: unknown): string {
  const isNamed = isPlainObject(item) && 'type' in item && 'name' in item;
  return (isNamed ? textOf([item.type, item.name, item.scope]) : textOf(item)).toLowerCase();
}

/** A value as text, for keys and reports. */
export function textOf(value: unknown): string {
  return value === undefined
    ? 'absent'
    : JSON.stringify(value, (_, part) => (typeof part === 'bigint' ? Number(part) : part));
}
