import { fold } from '../../kernel/index.ts';
import { ActionLimitError } from './action-limit-error.ts';
import { actionPattern } from './action-pattern.ts';
import { type ActionTerm, reducedTerm, termHas, termIntersection } from './action-term.ts';
import { normalTerms, withoutTerms } from './normal-terms.ts';

const termCountMax = 20_000;

/**
 * A set of actions, stated by patterns: a union of patterns without other patterns. Nothing needs a list of the actions that there are: every
 * question is decided on the patterns, over all texts that an action could be. Sets never change.
 *
 * Two sets with the same actions can be stated in different ways; {@link equals} knows.
 * @throws {ActionLimitError} from the operations, when a result has too many terms
 */
export class ActionSet {
  static readonly none: ActionSet = new ActionSet([]);
  static readonly all: ActionSet = ActionSet.of(['*']);

  /** In normal form: no term is empty or covered by the others, no exception is without effect, sorted. */
  readonly terms: readonly ActionTerm[];

  private constructor(terms: readonly ActionTerm[]) {
    if (terms.length > termCountMax) throw new ActionLimitError(termCountMax);
    this.terms = normalTerms(terms);
  }

  /** All that `patterns` stand for but nothing that `except` stands for. */
  static of(patterns: readonly string[], except: readonly string[] = []): ActionSet {
    const excepted = except.map(actionPattern);
    return new ActionSet(
      patterns.flatMap((text) => reducedTerm({ pattern: actionPattern(text), except: excepted }) ?? []),
    );
  }

  get isEmpty(): boolean {
    return this.terms.length === 0;
  }

  has(action: string): boolean {
    const folded = fold(action.trim());
    return this.terms.some((term) => termHas(term, folded));
  }

  union(other: ActionSet): ActionSet {
    if (other.isEmpty) return this;
    return this.isEmpty ? other : new ActionSet([...this.terms, ...other.terms]);
  }

  intersection(other: ActionSet): ActionSet {
    return new ActionSet(this.terms.flatMap((a) => other.terms.flatMap((b) => termIntersection(a, b))));
  }

  difference(other: ActionSet): ActionSet {
    if (this.isEmpty || other.isEmpty) return this;
    return new ActionSet(withoutTerms(this.terms, other.terms));
  }

  /** Whether all actions of `other` are actions of this set. */
  includes(other: ActionSet): boolean {
    return other.terms.every((term) => withoutTerms([term], this.terms).length === 0);
  }

  intersects(other: ActionSet): boolean {
    return this.terms.some((a) => other.terms.some((b) => termIntersection(a, b).length > 0));
  }

  equals(other: ActionSet): boolean {
    return this === other || (this.includes(other) && other.includes(this));
  }
}
