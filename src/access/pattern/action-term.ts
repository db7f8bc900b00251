import { type ActionPattern, patternIncludes, patternMatches, patternsIntersect } from './action-pattern.ts';
import { patternIntersection } from './pattern-intersection.ts';

/** What a pattern stands for, but not what the others stand for: `Actions` without `NotActions` in the small. */
export interface ActionTerm {
  readonly pattern: ActionPattern;
  readonly except: readonly ActionPattern[];
}

/** Whether the term has the action, which is folded. */
export function termHas({ pattern, except }: ActionTerm, action: string): boolean {
  return patternMatches(pattern, action) && !except.some((one) => patternMatches(one, action));
}

/**
 * The term with only the exceptions that matter to it; `undefined` when it is empty. It is empty when one exception has all of the pattern:
 * the action that has a character of its own, spelt by nobody, in the place of each `*` is an action of the pattern, and an exception with it
 * has them all ({@link patternIncludes}).
 */
export function reducedTerm({ pattern, except }: ActionTerm): ActionTerm | undefined {
  const relevant: ActionPattern[] = [];
  for (const one of except) {
    if (patternIncludes(one, pattern)) return undefined;
    if (!patternsIntersect(one, pattern) || relevant.some((other) => patternIncludes(other, one))) continue;
    for (let at = relevant.length - 1; at >= 0; at--)
      if (patternIncludes(one, relevant[at]!)) relevant.splice(at, 1);
    relevant.push(one);
  }
  return { pattern, except: relevant };
}

/** What both terms have. */
export function termIntersection(a: ActionTerm, b: ActionTerm): ActionTerm[] {
  const except = [...a.except, ...b.except];
  return patternIntersection(a.pattern, b.pattern).flatMap(
    (pattern) => reducedTerm({ pattern, except }) ?? [],
  );
}

/** What the first term has and the second has not: what its pattern has not, and what it excepts. */
export function termDifference(a: ActionTerm, b: ActionTerm): ActionTerm[] {
  if (!patternsIntersect(a.pattern, b.pattern)) return [a];
  const outside = reducedTerm({ pattern: a.pattern, except: [...a.except, b.pattern] });
  const excepted = b.except.flatMap((one) =>
    patternIntersection(a.pattern, one).flatMap(
      (pattern) => reducedTerm({ pattern, except: a.except }) ?? [],
    ),
  );
  return outside === undefined ? excepted : [outside, ...excepted];
}
