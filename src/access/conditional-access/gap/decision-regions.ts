import { clauseFor } from '../sign-in/circumstances.ts';
import { type Clause, clauseImplies } from '../sign-in/control.ts';
import { circumstancesOf } from './circumstances-of.ts';
import { type CoverageModel, circumstanceCount } from './coverage-model.ts';
import type { Cube } from './cube-cover.ts';

/** Sign-ins of which policies ask the same. */
export interface Region {
  /** All must be satisfied, of each one control; one without controls: blocked. */
  readonly clauses: readonly Clause[];
  /** How many combinations of classes are in it. */
  readonly signIns: bigint;
}

/** All regions, the largest first; `undefined` when there are more states than the limit. */
export interface DecisionRegions {
  readonly regions: readonly Region[];
  /** How many different states the folding went through. */
  readonly states: number;
}

/** States that are looked at. */
export const regionStatesMax = 400_000;

/** Folds what policies that surely apply ask of all sign-ins into regions of equal requirements. */
export function decisionRegions(
  model: CoverageModel,
  statesMax = regionStatesMax,
): DecisionRegions | undefined {
  return new RegionFold(model, statesMax).fold();
}

/** A policy's clause with the classes of the dimensions that are still to come. */
interface Item {
  readonly clause: number;
  readonly suffix: number;
}

class RegionFold {
  readonly #model: CoverageModel;
  readonly #statesMax: number;
  readonly #clauses: Clause[] = [];
  readonly #clauseIds = new Map<string, number>();
  readonly #suffixes: { readonly row: readonly boolean[]; readonly next: number }[] = [{ row: [], next: 0 }];
  readonly #suffixIds = new Map<string, number>();
  readonly #implied = new Map<number, boolean>();
  readonly #states = new Map<string, ReadonlyMap<string, bigint>>();
  #isTooMuch = false;

  constructor(model: CoverageModel, statesMax: number) {
    this.#model = model;
    this.#statesMax = statesMax;
  }

  fold(): DecisionRegions | undefined {
    const counts = new Map<string, bigint>();
    for (const { classes, facts } of circumstancesOf(this.#model)) {
      const items = this.#model.policies.flatMap(({ clauses, surely }): Item[] => {
        if (!classes.every((one, dimension) => surely[dimension]?.[one] === true)) return [];
        const left = clauses.map((clause) => clauseFor(clause, facts)).filter((clause) => clause !== 'met');
        return left.map((clause) => ({
          clause: this.#clauseId(clause),
          suffix: this.#suffixOf(surely, circumstanceCount),
        }));
      });
      add(counts, this.#search(circumstanceCount, [], items));
    }
    if (this.#isTooMuch) return undefined;
    const regions = [...counts].map(([key, signIns]) => ({ clauses: this.#clausesOf(key), signIns }));
    regions.sort((a, b) => (a.signIns < b.signIns ? 1 : a.signIns > b.signIns ? -1 : 0));
    return { regions, states: this.#states.size };
  }

  #search(
    dimension: number,
    required: readonly number[],
    items: readonly Item[],
  ): ReadonlyMap<string, bigint> {
    const sure = this.#required(
      required,
      items.filter(({ suffix }) => suffix === 0).map(({ clause }) => clause),
    );
    const open = items.filter(
      ({ clause, suffix }) => suffix !== 0 && !sure.some((one) => this.#implies(one, clause)),
    );
    const words = [...new Set(open.map(({ clause, suffix }) => `${clause}.${suffix}`))].sort();
    const key = `${dimension}:${sure.join()}:${words.join()}`;
    const known = this.#states.get(key);
    if (known !== undefined) return known;
    if (this.#isTooMuch || this.#states.size >= this.#statesMax) {
      this.#isTooMuch = true;
      return new Map();
    }
    const counts = new Map<string, bigint>();
    if (open.length === 0) counts.set(sure.join(), this.#signInsFrom(dimension));
    else
      for (const index of (this.#model.classes[dimension] ?? []).keys())
        add(counts, this.#search(dimension + 1, sure, this.#step(open, index)));
    this.#states.set(key, counts);
    return counts;
  }

  #step(items: readonly Item[], index: number): Item[] {
    return items.flatMap(({ clause, suffix }) => {
      const found = this.#suffixes[suffix];
      return found?.row[index] === true ? [{ clause, suffix: found.next }] : [];
    });
  }

  /** The clauses of which none follows from another, sorted. */
  #required(known: readonly number[], more: readonly number[]): number[] {
    const all = [...new Set([...known, ...more])].sort((a, b) => a - b);
    return all.filter(
      (clause) =>
        !all.some(
          (other) =>
            other !== clause &&
            this.#implies(other, clause) &&
            (!this.#implies(clause, other) || other < clause),
        ),
    );
  }

  #implies(a: number, b: number): boolean {
    const key = a * 65_536 + b;
    let implied = this.#implied.get(key);
    if (implied === undefined) {
      implied = clauseImplies(this.#clauses[a] ?? [], this.#clauses[b] ?? []);
      this.#implied.set(key, implied);
    }
    return implied;
  }

  #signInsFrom(dimension: number): bigint {
    return this.#model.classes.slice(dimension).reduce((count, { length }) => count * BigInt(length), 1n);
  }

  #clauseId(clause: Clause): number {
    const key = clause
      .map((control) => control.key)
      .sort()
      .join(' ');
    const known = this.#clauseIds.get(key);
    if (known !== undefined) return known;
    this.#clauseIds.set(key, this.#clauses.length);
    return this.#clauses.push(clause) - 1;
  }

  #clausesOf(key: string): Clause[] {
    return key === '' ? [] : key.split(',').map((id) => this.#clauses[Number(id)] ?? []);
  }

  #suffixOf(cube: Cube, dimension: number): number {
    const row = cube[dimension];
    if (row === undefined) return 0;
    const next = this.#suffixOf(cube, dimension + 1);
    if (next === 0 && row.every(Boolean)) return 0;
    const key = `${next}:${row.map(Number).join('')}`;
    const known = this.#suffixIds.get(key);
    if (known !== undefined) return known;
    this.#suffixIds.set(key, this.#suffixes.length);
    return this.#suffixes.push({ row, next }) - 1;
  }
}

function add(counts: Map<string, bigint>, more: ReadonlyMap<string, bigint>): void {
  for (const [key, count] of more) counts.set(key, (counts.get(key) ?? 0n) + count);
}
