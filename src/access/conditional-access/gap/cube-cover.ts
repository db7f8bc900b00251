import type { CoverageModel } from './coverage-model.ts';

/** A set of sign-ins that is the product of sets of classes, one of each dimension: `cube[dimension][class]`. */
export type Cube = readonly (readonly boolean[])[];

/** One sign-in: a class of each dimension, and how far it is from the ordinary one. */
export interface Point {
  readonly classes: readonly number[];
  readonly distance: number;
}

/**
 * Finds the most ordinary sign-in of a box that no cube covers. It goes through the dimensions one after the other and keeps only what still
 * matters: the set of what remains of the cubes that hold so far. Equal sets are looked at once, so the time depends on how many sets there
 * are, not on how many sign-ins.
 */
export class CubeCover {
  readonly #model: CoverageModel;
  readonly #suffixes: SuffixTable;
  readonly #found = new Map<string, Point | undefined>();
  readonly #box: Cube;

  readonly #statesMax: number;

  constructor(model: CoverageModel, box: Cube, statesMax: number = stateCountMax) {
    this.#statesMax = statesMax;
    this.#model = model;
    this.#box = box;
    this.#suffixes = new SuffixTable();
  }

  /** Whether nothing was left out because there was too much of it. */
  get isComplete(): boolean {
    return this.#found.size < this.#statesMax;
  }

  /** The most ordinary sign-in of the box that begins with the given classes and is in no cube; `undefined` when there is none. */
  uncovered(prefix: readonly number[], cubes: Iterable<Cube>): Point | undefined {
    if (prefix.some((index, dimension) => this.#box[dimension]?.[index] !== true)) return undefined;
    const alive = new Set<number>();
    for (const cube of cubes) {
      if (prefix.every((index, dimension) => cube[dimension]?.[index] === true))
        alive.add(this.#suffixes.idOf(cube, prefix.length));
    }
    const rest = this.#search(prefix.length, alive);
    if (rest === undefined) return undefined;
    const distance = prefix.reduce((sum, index, dimension) => sum + this.#distance(dimension, index), 0);
    return { classes: [...prefix, ...rest.classes], distance: distance + rest.distance };
  }

  #search(dimension: number, alive: ReadonlySet<number>): Point | undefined {
    if (alive.has(everything)) return undefined;
    if (dimension === this.#model.classes.length) return { classes: [], distance: 0 };
    const key = `${dimension}:${[...alive].sort((a, b) => a - b).join()}`;
    if (this.#found.has(key)) return this.#found.get(key);
    if (!this.isComplete) return undefined;
    let best: Point | undefined;
    for (const index of (this.#model.classes[dimension] ?? []).keys()) {
      if (this.#box[dimension]?.[index] !== true) continue;
      const own = this.#distance(dimension, index);
      if (best !== undefined && own >= best.distance) continue;
      const rest = this.#search(dimension + 1, this.#suffixes.step(alive, index));
      if (rest !== undefined && (best === undefined || own + rest.distance < best.distance))
        best = { classes: [index, ...rest.classes], distance: own + rest.distance };
    }
    this.#found.set(key, best);
    return best;
  }

  #distance(dimension: number, index: number): number {
    return this.#model.classes[dimension]?.[index]?.atom.distance ?? 0;
  }
}

/** Sets of remainders that are looked at; the 307 public policies together need about a hundredth of it. */
const stateCountMax = 1_000_000;

/** What remains of a cube that covers all that is left. */
const everything = 0;

/** What remains of cubes after some dimensions, each remainder once. */
class SuffixTable {
  readonly #ids = new Map<string, number>();
  readonly #rows: { readonly row: readonly boolean[]; readonly next: number }[] = [{ row: [], next: 0 }];
  readonly #known = new WeakMap<Cube, Map<number, number>>();

  idOf(cube: Cube, dimension: number): number {
    const known = this.#known.get(cube) ?? new Map<number, number>();
    this.#known.set(cube, known);
    let id = known.get(dimension);
    if (id === undefined) {
      id = this.#intern(cube, dimension);
      known.set(dimension, id);
    }
    return id;
  }

  /** The remainders after one more dimension, for one class of it. */
  step(alive: ReadonlySet<number>, index: number): Set<number> {
    const next = new Set<number>();
    for (const id of alive) {
      const suffix = this.#rows[id];
      if (suffix?.row[index] === true) next.add(suffix.next);
    }
    return next;
  }

  #intern(cube: Cube, dimension: number): number {
    const row = cube[dimension];
    if (row === undefined) return everything;
    const next = this.idOf(cube, dimension + 1);
    if (next === everything && row.every(Boolean)) return everything;
    const key = `${next}:${row.map(Number).join('')}`;
    const known = this.#ids.get(key);
    if (known !== undefined) return known;
    this.#ids.set(key, this.#rows.length);
    return this.#rows.push({ row, next }) - 1;
  }
}
