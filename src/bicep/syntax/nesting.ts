/** Thrown inside the parser where a tree would be too deep; the declaration it is in is given up. */
export class NestingProblem extends Error {}

/**
 * Guards the depth of the tree, so that neither the parser nor anything that walks the tree runs out of stack.
 * Two things make a tree deep: an expression inside another, and an operator or access applied to what was read before it.
 */
export class Nesting {
  readonly limit: number;
  /** Depth of the expression that is being read. */
  #depth = 0;
  /** Depth of the deepest expression of the chain that is being read. */
  #deepest = 0;

  constructor(limit: number) {
    this.limit = limit;
  }

  /** Begins an expression one level deeper. */
  enter(): void {
    this.#depth++;
    this.#deepest = Math.max(this.#deepest, this.#depth);
    this.#check();
  }

  leave(): void {
    this.#depth--;
  }

  /** Begins a chain of operators or accesses; `endChain` wants what it returns. */
  beginChain(): number {
    const outer = this.#deepest;
    this.#deepest = this.#depth;
    return outer;
  }

  endChain(outer: number): void {
    this.#deepest = Math.max(outer, this.#deepest);
  }

  /** An operator or access puts what was read of the chain one level deeper. */
  deepen(): void {
    this.#deepest++;
    this.#check();
  }

  /** Begins a new tree. */
  reset(): void {
    this.#depth = 0;
    this.#deepest = 0;
  }

  #check(): void {
    if (this.#deepest > this.limit) throw new NestingProblem();
  }
}
