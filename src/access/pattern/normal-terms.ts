import { patternIncludes } from './action-pattern.ts';
import { type ActionTerm, reducedTerm, termDifference } from './action-term.ts';
import { patternIntersection } from './pattern-intersection.ts';

/** What the terms have that none of the others has. */
export function withoutTerms(terms: readonly ActionTerm[], others: readonly ActionTerm[]): ActionTerm[] {
  let rest = [...terms];
  for (const other of others) {
    if (rest.length === 0) break;
    rest = rest.flatMap((term) => termDifference(term, other));
  }
  return rest;
}

/**
 * The same actions in fewer words: exceptions that other terms bring back are left out, then terms that others cover; sorted. The terms given
 * are reduced ({@link reducedTerm}).
 */
export function normalTerms(terms: readonly ActionTerm[]): readonly ActionTerm[] {
  const distinct = withoutRepeats(terms);
  if (distinct.length < 2) return distinct;
  const widened = distinct.some(({ except }) => except.length > 0)
    ? withoutRepeats(distinct.map((term) => withNeededExceptions(term, distinct)))
    : distinct;
  return withoutCovered(widened).sort(compareTerms);
}

function withoutRepeats(terms: readonly ActionTerm[]): ActionTerm[] {
  const kept = new Map<string, ActionTerm>();
  for (const term of terms) {
    const key = keyOf(term);
    if (!kept.has(key)) kept.set(key, term);
  }
  return [...kept.values()];
}

function withNeededExceptions(term: ActionTerm, all: readonly ActionTerm[]): ActionTerm {
  const { pattern } = term;
  let { except } = term;
  for (const one of term.except) {
    const others = except.filter((other) => other !== one);
    const back = patternIntersection(pattern, one).flatMap(
      (shared) => reducedTerm({ pattern: shared, except: others }) ?? [],
    );
    if (withoutTerms(back, all).length === 0) except = others;
  }
  return { pattern, except };
}

function withoutCovered(terms: readonly ActionTerm[]): ActionTerm[] {
  // An action covers nothing but itself, and repeats are gone.
  const patterns = terms.filter(({ pattern }) => pattern.stars > 0);
  if (patterns.length === 0) return [...terms];
  const kept = new Set(terms);
  for (const term of [...terms].sort((a, b) => b.pattern.folded.length - a.pattern.folded.length)) {
    const isUnderOne = patterns.some(
      (other) => other !== term && kept.has(other) && patternIncludes(other.pattern, term.pattern),
    );
    if (!isUnderOne) continue;
    const others = [...kept].filter((other) => other !== term);
    if (withoutTerms([term], others).length === 0) kept.delete(term);
  }
  return [...kept];
}

function compareTerms(a: ActionTerm, b: ActionTerm): number {
  const [left, right] = [keyOf(a), keyOf(b)];
  return left < right ? -1 : left > right ? 1 : 0;
}

function keyOf({ pattern, except }: ActionTerm): string {
  if (except.length === 0) return pattern.folded;
  return `${pattern.folded}\n${except
    .map(({ folded }) => folded)
    .sort()
    .join('\n')}`;
}
