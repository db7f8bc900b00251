/** Which numbers follow which, in two typed arrays: eight bytes for two hundred thousand groups are not felt. */
export class Adjacency {
  readonly #starts: Uint32Array;
  readonly #targets: Uint32Array;

  /** Of pairs, in two lists of the same length; numbers are below `size`. */
  constructor(size: number, from: readonly number[], to: readonly number[]) {
    const starts = new Uint32Array(size + 1);
    for (const one of from) starts[one + 1] = (starts[one + 1] ?? 0) + 1;
    for (let at = 0; at < size; at++) starts[at + 1] = (starts[at + 1] ?? 0) + (starts[at] ?? 0);
    const next = starts.slice();
    const targets = new Uint32Array(from.length);
    from.forEach((one, at) => {
      const place = next[one] ?? 0;
      targets[place] = to[at] ?? 0;
      next[one] = place + 1;
    });
    this.#starts = starts;
    this.#targets = targets;
  }

  /** What follows a number; a view, not a copy. */
  of(index: number): Uint32Array {
    return this.#targets.subarray(this.#starts[index] ?? 0, this.#starts[index + 1] ?? 0);
  }

  get pairCount(): number {
    return this.#targets.length;
  }
}
