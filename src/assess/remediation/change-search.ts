import { textOfValue, type ValueObject } from '../../kernel/index.ts';
import type { TraceNode } from '../../policy/index.ts';
import type { Edit, EditScene, EditTier } from './edit.ts';
import { leafEdits } from './leaf-edits.ts';
import { leavesToFlip } from './leaves-to-flip.ts';
import { applyChanges, changeAt, type PropertyChange, pathBefore, withChange } from './property-change.ts';
import { smallestSubset } from './smallest-subset.ts';

/** A condition that is in the way, and what it would have to be. */
export interface Obstacle {
  readonly trace: TraceNode;
  readonly wanted: boolean;
  readonly scene: Omit<EditScene, 'body'>;
}

/** What a search wants of a resource. */
export interface Goal {
  /** What is in the way; `undefined` at the goal, `'lost'` where the goal cannot be reached or it cannot be told. */
  obstacle(body: ValueObject): Obstacle | 'lost' | undefined;
}

/** Changes that lead to a goal, or how far the search went without. */
export interface SearchResult {
  readonly changes: readonly PropertyChange[] | undefined;
  readonly evaluations: number;
  /** The search ended because of its limit, not because there was nothing left to try. */
  readonly isCutShort: boolean;
}

/** How often one search evaluates, unless its caller says otherwise. */
export const evaluationCountMax = 2_000;

/** How many changes are tried together in every combination, and how many one after another. */
const combinedCountMax = 3;
const chainedCountMax = 24;

/**
 * Finds the smallest set of changes to a resource that reaches a goal. The conditions in the way say what to try; every trial is evaluated. First single changes,
 * then pairs, then triples; then one after another as far as it takes. Values that the policy stands for go before any others, another name or place of
 * the resource comes last.
 */
export function searchChanges(
  body: ValueObject,
  goal: Goal,
  limit: number = evaluationCountMax,
): SearchResult {
  const meter = new Meter(goal, limit);
  if (meter.obstacle(body) === undefined) return { changes: [], evaluations: 1, isCutShort: false };
  for (const tier of [0, 1, 2] as const) {
    const share = tier === 0 ? limit / 2 : limit;
    const search = new TierSearch(body, meter.within(share), tier);
    const found = search.combine() ?? search.chain();
    if (found !== undefined) {
      const changes = smallestSubset(found, (some) => goal.obstacle(applyChanges(body, some)) === undefined);
      return { changes, evaluations: meter.count, isCutShort: false };
    }
  }
  return { changes: undefined, evaluations: meter.count, isCutShort: meter.isSpent };
}

/** Counts evaluations against a limit. */
class Meter {
  count = 0;
  isSpent = false;
  readonly #goal: Goal;
  #limit: number;

  constructor(goal: Goal, limit: number) {
    this.#goal = goal;
    this.#limit = limit;
  }

  within(limit: number): this {
    this.#limit = limit;
    return this;
  }

  obstacle(body: ValueObject): Obstacle | 'lost' | undefined {
    if (this.count >= this.#limit) {
      this.isSpent = true;
      return 'lost';
    }
    this.count++;
    return this.#goal.obstacle(body);
  }
}

interface State {
  readonly changes: readonly PropertyChange[];
  readonly cost: number;
  readonly body: ValueObject;
  readonly obstacle: Obstacle | 'lost' | undefined;
}

/** One pass with the edits up to a tier. */
class TierSearch {
  readonly #start: ValueObject;
  readonly #meter: Meter;
  readonly #tier: EditTier;

  constructor(start: ValueObject, meter: Meter, tier: EditTier) {
    this.#start = start;
    this.#meter = meter;
    this.#tier = tier;
  }

  /** Every combination of few changes, all of one number before any of the next; of those that help the cheapest. */
  combine(): readonly PropertyChange[] | undefined {
    let states = [this.#state([], 0)];
    const seen = new Set<string>();
    for (let depth = 0; depth < combinedCountMax; depth++) {
      const next = states.toSorted((a, b) => a.cost - b.cost).flatMap((state) => this.#after(state, seen));
      const solved = next.filter(({ obstacle }) => obstacle === undefined);
      if (solved.length > 0) return solved.reduce(better).changes;
      if (next.length === 0) return undefined;
      states = next;
    }
    return undefined;
  }

  /** One change after another, the likeliest first, with a way back where it leads nowhere. */
  chain(): readonly PropertyChange[] | undefined {
    const open = [this.#state([], 0)];
    const seen = new Set<string>();
    for (let state = open.pop(); state !== undefined; state = open.pop()) {
      if (state.changes.length >= chainedCountMax) continue;
      const next = this.#after(state, seen);
      const solved = next.find(({ obstacle }) => obstacle === undefined);
      if (solved !== undefined) return solved.changes;
      open.push(...next.reverse());
    }
    return undefined;
  }

  #state(changes: readonly PropertyChange[], cost: number): State {
    const body = applyChanges(this.#start, changes);
    return { changes, cost, body, obstacle: this.#meter.obstacle(body) };
  }

  /** The states one change further, without those that lead nowhere. */
  #after(state: State, seen: Set<string>): State[] {
    return this.#edits(state).flatMap(({ change, cost }) => {
      const changes = withChange(state.changes, this.#ofStart(change, state));
      if (changes === undefined) return [];
      const key = keyOf(changes);
      if (seen.has(key)) return [];
      seen.add(key);
      const next = this.#state(changes, state.cost + cost);
      return next.obstacle === 'lost' ? [] : [next];
    });
  }

  #edits({ obstacle, body }: State): Edit[] {
    if (obstacle === undefined || obstacle === 'lost') return [];
    const { trace, wanted, scene } = obstacle;
    return leavesToFlip(trace, wanted)
      .flatMap((flip) => leafEdits(flip, { ...scene, body }))
      .filter(({ tier, change }) => tier <= this.#tier && change.before !== change.after)
      .sort((a, b) => a.cost - b.cost);
  }

  /** The change as one of the resource before all changes. */
  #ofStart({ path, after, note }: PropertyChange, { changes }: State): PropertyChange {
    return changeAt(this.#start, pathBefore(path, changes), after, note);
  }
}

function better(a: State, b: State): State {
  return (b.changes.length - a.changes.length || b.cost - a.cost) < 0 ? b : a;
}

function keyOf(changes: readonly PropertyChange[]): string {
  return changes
    .map(({ pointer, after }) => `${pointer} ${after === undefined ? '' : textOfValue(after)}`)
    .sort()
    .join('\n');
}
