import { fold } from '../../kernel/index.ts';
import { type ActionPattern, patternMatches } from '../pattern/index.ts';

/** A list of actions, sorted, that tells which of them a pattern stands for without trying them all. */
export class KnownActions {
  /** Folded, sorted, each once. */
  readonly actions: readonly string[];
  readonly #ranges = new Map<string, Matches>();

  constructor(actions: Iterable<string>) {
    this.actions = [...new Set(Array.from(actions, (action) => fold(action.trim())))].sort();
  }

  /** The position of an action, which is folded; -1 when it is not known. */
  positionOf(action: string): number {
    const at = this.#first(0, (one) => one >= action);
    return this.actions[at] === action ? at : -1;
  }

  /** Calls back for each range of positions that the pattern stands for: from the first to the one before the second. */
  forEachMatch(pattern: ActionPattern, visit: (from: number, to: number) => void): void {
    let matches = this.#ranges.get(pattern.folded);
    if (matches === undefined) {
      matches = this.#matchesOf(pattern);
      this.#ranges.set(pattern.folded, matches);
    }
    for (let at = 0; at < matches.length; at += 2) visit(matches[at] ?? 0, matches[at + 1] ?? 0);
  }

  #matchesOf(pattern: ActionPattern): Matches {
    const { prefix, suffix, stars } = pattern;
    // All that begin with the prefix stand together, whatever else they have.
    let from = this.#first(0, (action) => action >= prefix);
    if (stars === 0) return this.actions[from] === prefix ? [from, from + 1] : [];
    const to = this.#first(from, (action) => !action.startsWith(prefix));
    if (stars === 1 && suffix === '') return from < to ? [from, to] : [];
    const matches: number[] = [];
    for (; from < to; from++) {
      if (!patternMatches(pattern, this.actions[from] ?? '')) continue;
      if (matches.at(-1) === from) matches[matches.length - 1] = from + 1;
      else matches.push(from, from + 1);
    }
    return matches;
  }

  /** The position of the first action, at `from` or after it, that `is`; so are all that follow it. */
  #first(from: number, is: (action: string) => boolean): number {
    let low = from;
    let high = this.actions.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (is(this.actions[middle] ?? '')) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}

/** Ranges one after the other: where each begins, and the position after its end. */
type Matches = readonly number[];
