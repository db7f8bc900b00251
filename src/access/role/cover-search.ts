/** A candidate of a cover: which elements it covers, and what it costs. */
export interface CoverCandidate {
  readonly covered: readonly number[];
  readonly cost: number;
}

/** The candidates chosen, by position in ascending order. */
export interface Cover {
  readonly chosen: readonly number[];
  readonly cost: number;
  readonly isCheapest: boolean;
}

interface Candidate {
  readonly position: number;
  readonly covered: bigint;
  readonly cost: number;
}

/** The cheapest candidates that cover all elements: a weighted set cover, by branch and bound from the greedy answer. */
export class CoverSearch {
  readonly #all: bigint;
  readonly #candidates: readonly Candidate[];
  /** For each element the candidates that cover it, cheapest first; the elements with the fewest candidates first. */
  readonly #choices: readonly { readonly element: bigint; readonly candidates: readonly Candidate[] }[];
  readonly #stepsMax: number;
  #steps = 0;
  #best: readonly Candidate[] = [];

  /** Every element must be covered by some candidate. */
  constructor(candidates: readonly CoverCandidate[], elements: readonly number[], stepsMax: number) {
    this.#stepsMax = stepsMax;
    this.#all = bitsOf(elements);
    this.#candidates = undominated(
      candidates.map(({ covered, cost }, position) => ({
        position,
        covered: bitsOf(covered) & this.#all,
        cost,
      })),
    );
    this.#choices = elements
      .map((element) => {
        const bit = 1n << BigInt(element);
        return { element: bit, candidates: this.#candidates.filter(({ covered }) => (covered & bit) !== 0n) };
      })
      .sort((a, b) => a.candidates.length - b.candidates.length);
  }

  run(): Cover {
    this.#best = this.#greedy();
    this.#search([], this.#all, 0);
    const chosen = this.#best.map(({ position }) => position).sort((a, b) => a - b);
    return { chosen, cost: costOf(this.#best), isCheapest: this.#steps <= this.#stepsMax };
  }

  #greedy(): readonly Candidate[] {
    const chosen: Candidate[] = [];
    for (let open = this.#all; open !== 0n; ) {
      let best: Candidate | undefined;
      let bestShare = Number.POSITIVE_INFINITY;
      for (const candidate of this.#candidates) {
        const count = countBits(candidate.covered & open);
        const share = count === 0 ? Number.POSITIVE_INFINITY : (candidate.cost + 1) / count;
        if (share < bestShare) [best, bestShare] = [candidate, share];
      }
      if (best === undefined) break;
      chosen.push(best);
      open &= ~best.covered;
    }
    return chosen;
  }

  #search(chosen: readonly Candidate[], open: bigint, cost: number): void {
    if (++this.#steps > this.#stepsMax) return;
    if (open === 0n) {
      if (isBetter(chosen, cost, this.#best)) this.#best = chosen;
      return;
    }
    const choice = this.#choices.find(({ element }) => (element & open) !== 0n);
    const bestCost = costOf(this.#best);
    for (const candidate of choice?.candidates ?? []) {
      const next = cost + candidate.cost;
      // Cheapest first: no later candidate costs less. Of equal costs the fewer roles win.
      if (next > bestCost || (next === bestCost && chosen.length + 1 >= this.#best.length)) break;
      this.#search([...chosen, candidate], open & ~candidate.covered, next);
    }
  }
}

function isBetter(chosen: readonly Candidate[], cost: number, than: readonly Candidate[]): boolean {
  const best = costOf(than);
  return cost < best || (cost === best && chosen.length < than.length);
}

function costOf(chosen: readonly Candidate[]): number {
  return chosen.reduce((sum, { cost }) => sum + cost, 0);
}

/** The candidates, cheapest first, without those that cover nothing, or nothing that a cheaper one does not cover too. */
function undominated(candidates: readonly Candidate[]): readonly Candidate[] {
  const sorted = candidates
    .filter(({ covered }) => covered !== 0n)
    .sort(
      (a, b) => a.cost - b.cost || countBits(b.covered) - countBits(a.covered) || a.position - b.position,
    );
  const kept: Candidate[] = [];
  for (const candidate of sorted)
    if (!kept.some(({ covered }) => (candidate.covered & ~covered) === 0n)) kept.push(candidate);
  return kept;
}

function bitsOf(elements: readonly number[]): bigint {
  let bits = 0n;
  for (const element of elements) bits |= 1n << BigInt(element);
  return bits;
}

function countBits(bits: bigint): number {
  let count = 0;
  for (let rest = bits; rest !== 0n; rest &= rest - 1n) count++;
  return count;
}
