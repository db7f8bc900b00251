import { fold } from '../kernel/index.ts';

const shownCount = 5;

/** Counts by a name without regard to case. */
export class TypeTally {
  readonly counts = new Map<string, number>();
  total = 0;

  add(name: string): void {
    this.#change(name, 1);
  }

  remove(name: string): void {
    this.#change(name, -1);
  }

  /** The most frequent names and how many others there are, in the words of a diagnostic. */
  describe(): string {
    const names = [...this.counts].sort((a, b) => b[1] - a[1]).map(([name]) => name);
    const others = names.length - shownCount;
    return names.slice(0, shownCount).join(', ') + (others > 0 ? ` and ${others} other types` : '');
  }

  #change(name: string, by: number): void {
    const key = fold(name);
    const count = (this.counts.get(key) ?? 0) + by;
    if (count === 0) this.counts.delete(key);
    else this.counts.set(key, count);
    this.total += by;
  }
}
