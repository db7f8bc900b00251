import { evaluationCountMax, searchChanges } from './change-search.ts';
import { allGoals, PolicyGoal } from './policy-goal.ts';
import type { PropertyChange } from './property-change.ts';
import type { RemediationRequest } from './remediation-request.ts';

/** One set of changes for all that policies find wrong with a resource. */
export interface JointRemediation {
  /** Proved for every policy in `satisfied` at once. */
  readonly changes: readonly PropertyChange[];
  /** Positions, in the list given, of the policies that the changes satisfy. */
  readonly satisfied: readonly number[];
  readonly contradictions: readonly Contradiction[];
  /** Policies for which no change was found even alone. */
  readonly unsolved: readonly number[];
  readonly evaluations: number;
}

/** Two policies that no change was found to satisfy together, though each alone can be. */
export interface Contradiction {
  readonly position: number;
  /** The policy that it does not go with; `undefined` where it is only all the others together. */
  readonly against: number | undefined;
}

/**
 * Finds one set of changes to a resource that satisfies all policies which deny, audit or modify it, most of them where not all can be: they are taken up in
 * the order given. `requests` are violations by one resource; policies of `kept` that it complies with stay complied with.
 */
export function jointRemediation(
  requests: readonly RemediationRequest[],
  kept: readonly RemediationRequest['assigned'][] = [],
): JointRemediation {
  const { subject } = requests[0]!.evaluation;
  const goals = requests.map(({ assigned, options }) => new PolicyGoal(assigned.policy, subject, options));
  const stay = kept.map(({ policy }) => new PolicyGoal(policy, subject, requests[0]!.options, true));
  const limit = requests[0]!.options.evaluationCountMax ?? evaluationCountMax;
  let evaluations = 0;
  const solve = (positions: readonly number[], others: readonly PolicyGoal[]) => {
    const wanted = positions.map((position) => goals[position]!);
    const found = searchChanges(subject.body, allGoals([...wanted, ...others]), limit);
    evaluations += found.evaluations;
    return found.changes;
  };
  const positions = goals.map((_, position) => position);
  const whole = solve(positions, stay);
  if (whole !== undefined)
    return { changes: whole, satisfied: positions, contradictions: [], unsolved: [], evaluations };
  const unsolved = positions.filter((position) => solve([position], []) === undefined);
  const satisfied: number[] = [];
  const contradictions: Contradiction[] = [];
  let changes: readonly PropertyChange[] = [];
  for (const position of positions) {
    if (unsolved.includes(position)) continue;
    const found = solve([...satisfied, position], stay);
    if (found === undefined) {
      const against = satisfied.find((one) => solve([one, position], []) === undefined);
      contradictions.push({ position, against });
      continue;
    }
    satisfied.push(position);
    changes = found;
  }
  return { changes, satisfied, contradictions, unsolved, evaluations };
}
