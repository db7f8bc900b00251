/** Up to this many items every subset is tried. */
const everySubsetMax = 10;

/**
 * The smallest part of a list that still does what the whole list does. Of more than ten items it is one from which nothing can be taken, though
 * a quite different part might be smaller.
 */
export function smallestSubset<Item>(
  items: readonly Item[],
  suffices: (some: readonly Item[]) => boolean,
): readonly Item[] {
  return items.length > everySubsetMax ? withoutSpare(items, suffices) : smallest(items, suffices);
}

function smallest<Item>(
  items: readonly Item[],
  suffices: (some: readonly Item[]) => boolean,
): readonly Item[] {
  const subsets = Array.from({ length: 2 ** items.length - 1 }, (_, bits) =>
    items.filter((_, index) => (bits >> index) % 2 === 1),
  );
  return subsets.sort((a, b) => a.length - b.length).find(suffices) ?? items;
}

function withoutSpare<Item>(
  items: readonly Item[],
  suffices: (some: readonly Item[]) => boolean,
): readonly Item[] {
  let kept = items;
  for (const item of items) {
    const fewer = kept.filter((one) => one !== item);
    if (suffices(fewer)) kept = fewer;
  }
  return kept;
}
