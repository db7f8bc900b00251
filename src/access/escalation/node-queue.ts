/** A binary heap: what costs least comes first, of the same cost what came first. */
export class NodeQueue<Item> {
  readonly #entries: { readonly cost: number; readonly order: number; readonly item: Item }[] = [];
  #count = 0;

  push(cost: number, item: Item): void {
    const entries = this.#entries;
    let at = entries.push({ cost, order: this.#count++, item }) - 1;
    while (at > 0) {
      const above = (at - 1) >> 1;
      if (!this.#isBefore(at, above)) break;
      this.#swap(at, above);
      at = above;
    }
  }

  pop(): { readonly cost: number; readonly item: Item } | undefined {
    const entries = this.#entries;
    const first = entries[0];
    const last = entries.pop();
    if (first === undefined || last === undefined || entries.length === 0) return first;
    entries[0] = last;
    for (let at = 0; ; ) {
      let least = at;
      for (const below of [2 * at + 1, 2 * at + 2])
        if (below < entries.length && this.#isBefore(below, least)) least = below;
      if (least === at) return first;
      this.#swap(at, least);
      at = least;
    }
  }

  #isBefore(a: number, b: number): boolean {
    const one = this.#entries[a]!;
    const other = this.#entries[b]!;
    return one.cost < other.cost || (one.cost === other.cost && one.order < other.order);
  }

  #swap(a: number, b: number): void {
    const entries = this.#entries;
    [entries[a], entries[b]] = [entries[b]!, entries[a]!];
  }
}
