import { ActionLimitError } from './action-limit-error.ts';
import { type ActionPattern, actionPattern, patternIncludes, patternsIntersect } from './action-pattern.ts';

/** How many patterns an intersection may need; two patterns with one `*` each need at most one for each character. */
const patternCountMax = 10_000;

/**
 * The patterns that together stand for what both stand for; none when there is no such action. More than one where the end of one pattern may
 * overlap the beginning of the other: `a/*` and `*` + `/read` have `a/read` in common, and all that is between `a/` and `/read`.
 * @throws {ActionLimitError} for patterns with many `*` that overlap in too many ways
 */
export function patternIntersection(a: ActionPattern, b: ActionPattern): readonly ActionPattern[] {
  if (patternIncludes(a, b)) return [b];
  if (patternIncludes(b, a)) return [a];
  if (!patternsIntersect(a, b)) return [];
  if (a.stars === 1 && b.stars === 1) return ofOneStar(a, b);
  return smallest(new Interleaving(a.text, b.text).from(0, 0).map(actionPattern));
}

function ofOneStar(a: ActionPattern, b: ActionPattern): readonly ActionPattern[] {
  const [begin, end] = [longerPrefix(a, b), longerSuffix(a, b)];
  const found = [actionPattern(`${begin}*${end}`)];
  const shortest = Math.max(a.prefix.length + a.suffix.length, b.prefix.length + b.suffix.length);
  const longest = begin.length + end.length;
  for (let overlap = 1; longest - overlap >= shortest; overlap++) {
    const shared = begin.slice(begin.length - overlap);
    if (shared.toLowerCase() === end.slice(0, overlap).toLowerCase())
      found.push(actionPattern(begin + end.slice(overlap)));
  }
  return found;
}

// The spelling of the author is kept where folding has not changed how many characters there are.
function longerPrefix(a: ActionPattern, b: ActionPattern): string {
  const { text, folded, prefix } = a.prefix.length >= b.prefix.length ? a : b;
  return text.length === folded.length ? text.slice(0, prefix.length) : prefix;
}

function longerSuffix(a: ActionPattern, b: ActionPattern): string {
  const { text, folded, suffix } = a.suffix.length >= b.suffix.length ? a : b;
  return text.length === folded.length ? text.slice(text.length - suffix.length) : suffix;
}

function smallest(patterns: readonly ActionPattern[]): readonly ActionPattern[] {
  const distinct = [...new Map(patterns.map((pattern) => [pattern.folded, pattern])).values()];
  return distinct.filter((one) => !distinct.some((other) => other !== one && patternIncludes(other, one)));
}

/** The ways to lay two patterns over each other, character by character. What is left of both decides: it is computed once. */
class Interleaving {
  readonly #a: string;
  readonly #b: string;
  readonly #known = new Map<number, readonly string[]>();
  #count = 0;

  constructor(a: string, b: string) {
    this.#a = a;
    this.#b = b;
  }

  from(i: number, j: number): readonly string[] {
    const key = i * (this.#b.length + 1) + j;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const found = [...new Set(this.#compute(i, j))];
    this.#count += found.length;
    if (this.#count > patternCountMax * 10 || found.length > patternCountMax)
      throw new ActionLimitError(patternCountMax);
    this.#known.set(key, found);
    return found;
  }

  #compute(i: number, j: number): readonly string[] {
    const [x, y] = [this.#a[i], this.#b[j]];
    if (x === undefined && y === undefined) return [''];
    if (x === '*' && y === '*')
      return [...this.from(i + 1, j), ...this.from(i, j + 1)].map((rest) =>
        rest.startsWith('*') ? rest : `*${rest}`,
      );
    if (x === '*') return this.#past(this.from(i + 1, j), y, () => this.from(i, j + 1));
    if (y === '*') return this.#past(this.from(i, j + 1), x, () => this.from(i + 1, j));
    if (x === undefined || y === undefined || x.toLowerCase() !== y.toLowerCase()) return [];
    return this.from(i + 1, j + 1).map((rest) => x + rest);
  }

  /** The `*` ends here, or it takes the next character of the other pattern. */
  #past(
    ended: readonly string[],
    next: string | undefined,
    taken: () => readonly string[],
  ): readonly string[] {
    return next === undefined ? ended : [...ended, ...taken().map((rest) => next + rest)];
  }
}
