/** A set of small numbers, one bit each. */
export class IndexSet {
  readonly #words: Uint32Array;

  /** For numbers from 0 to the one before `size`. */
  constructor(size: number) {
    this.#words = new Uint32Array((size + 31) >>> 5);
  }

  has(index: number): boolean {
    return (((this.#words[index >>> 5] ?? 0) >>> (index & 31)) & 1) === 1;
  }

  /** Adds a number; whether it was not there yet. */
  add(index: number): boolean {
    const word = this.#words[index >>> 5] ?? 0;
    const bit = 1 << (index & 31);
    if ((word & bit) !== 0) return false;
    this.#words[index >>> 5] = word | bit;
    return true;
  }

  /** Adds all numbers of another set of the same size. */
  addAll(other: IndexSet): void {
    for (let at = 0; at < this.#words.length; at++)
      this.#words[at] = (this.#words[at] ?? 0) | (other.#words[at] ?? 0);
  }

  /** The numbers of this set that are not in another one of the same size. */
  without(other: IndexSet): IndexSet {
    const result = new IndexSet(this.#words.length * 32);
    for (let at = 0; at < this.#words.length; at++)
      result.#words[at] = (this.#words[at] ?? 0) & ~(other.#words[at] ?? 0);
    return result;
  }

  /** The numbers that are in both of two sets of the same size. */
  and(other: IndexSet): IndexSet {
    const result = new IndexSet(this.#words.length * 32);
    for (let at = 0; at < this.#words.length; at++)
      result.#words[at] = (this.#words[at] ?? 0) & (other.#words[at] ?? 0);
    return result;
  }

  /** The numbers that are in this set, or in another one of the same size. */
  or(other: IndexSet): IndexSet {
    const result = new IndexSet(this.#words.length * 32);
    result.addAll(this);
    result.addAll(other);
    return result;
  }

  get count(): number {
    let count = 0;
    for (const word of this.#words) for (let rest = word; rest !== 0; rest &= rest - 1) count++;
    return count;
  }

  /** In ascending order. */
  *[Symbol.iterator](): Generator<number> {
    for (const [at, word] of this.#words.entries())
      for (let rest = word; rest !== 0; rest &= rest - 1) yield at * 32 + 31 - Math.clz32(rest & -rest);
  }
}
