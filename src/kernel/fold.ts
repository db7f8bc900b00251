const folded = new Map<string, string>();
const cachedCountMax = 65_536;

/**
 * Folds case the way Azure compares names and policy operands: invariant, ordinal, no locale.
 * Results are cached: the same few thousand names are folded millions of times.
 */
export function fold(text: string): string {
  let result = folded.get(text);
  if (result === undefined) {
    result = text.toLowerCase();
    if (text.length <= 256) {
      if (folded.size >= cachedCountMax) folded.clear();
      folded.set(text, result);
    }
  }
  return result;
}

/** Whether two names are the same to Azure. */
export function sameName(a: string, b: string): boolean {
  return a === b || fold(a) === fold(b);
}

/** The own key of `object` that names the same property as `name`, or `undefined`. Exact case wins. */
export function findKey(object: object, name: string): string | undefined {
  if (Object.hasOwn(object, name)) return name;
  const wanted = fold(name);
  for (const key in object) {
    if (key.length === name.length && fold(key) === wanted) return key;
  }
  return undefined;
}
