import type { BicepSymbol } from './symbol.ts';

/** The names that can be seen at a place, innermost first. */
export class Scope {
  readonly #outer: Scope | undefined;
  readonly #names: ReadonlyMap<string, BicepSymbol>;

  constructor(names: ReadonlyMap<string, BicepSymbol>, outer?: Scope) {
    this.#names = names;
    this.#outer = outer;
  }

  find(name: string): BicepSymbol | undefined {
    return this.#names.get(name) ?? this.#outer?.find(name);
  }

  with(symbols: Iterable<BicepSymbol>): Scope {
    return new Scope(new Map(Array.from(symbols, (symbol) => [symbol.name, symbol])), this);
  }

  /** All names that can be seen, for suggestions. */
  *names(): Iterable<string> {
    yield* this.#names.keys();
    if (this.#outer !== undefined) yield* this.#outer.names();
  }
}
