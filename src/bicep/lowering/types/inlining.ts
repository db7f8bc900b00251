import type { UnionTypeSyntax } from '../../syntax/index.ts';

const inlinedCountMax = 100;

/** The unions whose members are being written out: one inside itself would never end. */
export class Inlining {
  readonly #open = new Set<UnionTypeSyntax>();
  #left = inlinedCountMax;

  /** What is made of a union; `undefined` for one that is being written out already, and for one too many. */
  of<Made>(union: UnionTypeSyntax, make: () => Made): Made | undefined {
    if (this.#open.has(union) || this.#left-- <= 0) return undefined;
    this.#open.add(union);
    try {
      return make();
    } finally {
      this.#open.delete(union);
    }
  }
}
