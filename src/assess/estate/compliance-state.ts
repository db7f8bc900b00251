import type { Verdict } from '../../kernel/index.ts';

/**
 * The compliance states of a policy and a resource, by rank: the first that a resource has for any policy is the resource's own
 * (articles/governance/policy/concepts/compliance-states.md).
 */
export const complianceStates = [
  'nonCompliant',
  'undecided',
  'compliant',
  'error',
  'conflicting',
  'protected',
  'exempt',
  'unknown',
  'notEvaluated',
] as const;

export type ComplianceState = (typeof complianceStates)[number];

/** How many (policy, resource) pairs, or resources, are in each state. */
export type StateCounts = Readonly<Record<ComplianceState, number>>;

/** Counts states. */
export class StateCounter {
  readonly #counts = new Uint32Array(complianceStates.length);

  add(state: ComplianceState, count = 1): void {
    this.#counts[complianceStates.indexOf(state)]! += count;
  }

  get counts(): StateCounts {
    return Object.fromEntries(
      complianceStates.map((state, index) => [state, this.#counts[index]!]),
    ) as Record<ComplianceState, number>;
  }
}

/** The state that a verdict means; `undefined` when the policy does not apply. */
export function stateOfVerdict(verdict: Verdict): ComplianceState | undefined {
  switch (verdict) {
    case 'compliant':
      return 'compliant';
    case 'non-compliant':
      return 'nonCompliant';
    case 'unknown':
      return 'undecided';
    case 'error':
      return 'error';
    case 'not-evaluated':
      return 'notEvaluated';
    case 'not-applicable':
      return undefined;
    default:
      return verdict satisfies never;
  }
}

/** The state of a resource with several policies: the one of highest rank. */
export function rollUp(a: ComplianceState | undefined, b: ComplianceState): ComplianceState {
  if (a === undefined) return b;
  return complianceStates.indexOf(a) <= complianceStates.indexOf(b) ? a : b;
}

/**
 * Microsoft's percentage over resources (compliance-states.md#compliance-percentage): (compliant + exempt + unknown) of (compliant + exempt + unknown + non-compliant + conflicting + error). Protected and what was not evaluated are
 * left out. `undefined` when nothing counts.
 */
export function compliancePercent(counts: StateCounts): number | undefined {
  const good = counts.compliant + counts.exempt + counts.unknown;
  const all = good + counts.nonCompliant + counts.conflicting + counts.error;
  return all === 0 ? undefined : (100 * good) / all;
}
