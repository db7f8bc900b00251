import type { Policy } from '../policy/policy.ts';
import { clauseFor } from '../sign-in/circumstances.ts';
import type { ConditionName } from '../sign-in/condition.ts';
import { circumstancesOf } from './circumstances-of.ts';
import type { CoverageModel, ModelPolicy } from './coverage-model.ts';

/** A policy that contradicts itself. */
export type Contradiction =
  /** There is no sign-in of a user that a condition of it holds for; service principals are not looked at. */
  | { readonly kind: 'neverApplies'; readonly policy: Policy; readonly condition: ConditionName }
  /** No sign-in that it is for can satisfy it: it asks for one thing and blocks in effect. */
  | { readonly kind: 'neverSatisfied'; readonly policy: Policy };

/** Finds policies that are for nobody, and policies that ask for what those that they are for can never do. */
export function contradictions(model: CoverageModel): Contradiction[] {
  const circumstances = circumstancesOf(model);
  return model.policies.flatMap((one): Contradiction[] => {
    const { policy, truths } = one;
    if (policy.users === undefined) return [];
    const empty = truths.findIndex((row) => row.every((truth) => truth === false));
    const condition = model.names[empty];
    if (condition !== undefined)
      return isForAgents(policy) ? [] : [{ kind: 'neverApplies', policy, condition }];
    return isNeverSatisfied(one, circumstances) ? [{ kind: 'neverSatisfied', policy }] : [];
  });
}

function isForAgents({ clientApplications, unread }: Policy): boolean {
  return clientApplications !== undefined || unread.length > 0;
}

function isNeverSatisfied(
  { clauses, truths }: ModelPolicy,
  circumstances: ReturnType<typeof circumstancesOf>,
): boolean {
  if (clauses.length === 0 || clauses.some((clause) => clause.length === 0)) return false;
  return circumstances
    .filter(({ classes }) => classes.every((index, dimension) => truths[dimension]?.[index] !== false))
    .every(({ facts }) => clauses.some((clause) => clauseFor(clause, facts).length === 0));
}
