import type { Diagnostic } from './diagnostic.ts';
import type { FindingPolicy, FindingResource } from './finding.ts';

/**
 * What an assignment would do to a resource that is there:
 *
 * - `denied`: a deployment that leaves it as it is would be refused
 * - `changed`: modify or append would change it
 * - `remediated`: deployIfNotExists would deploy what is missing
 * - `nonCompliant`: it would be reported
 * - `undecided`, `error`: it cannot be said, or the policy fails on it (Azure denies then)
 * - `notEvaluated`: nothing offline can answer
 */
export type SimulatedOutcome =
  | 'denied'
  | 'changed'
  | 'remediated'
  | 'nonCompliant'
  | 'undecided'
  | 'error'
  | 'notEvaluated';

export type OutcomeCounts = Readonly<Record<SimulatedOutcome, number>>;

/** What would happen if policies were assigned at a scope. */
export interface SimulationReport {
  readonly estate: string;
  /** ISO 8601. */
  readonly simulatedAt: string;
  readonly scope: string;
  /** What would be assigned: the definition's or initiative's name for people. */
  readonly assigned: string;
  readonly policies: number;
  /** Resources at or below the scope, and those to which a policy applies. */
  readonly resources: number;
  readonly affected: number;
  /** Pairs of policy and resource. */
  readonly compliant: number;
  readonly outcomes: OutcomeCounts;
  /** Pairs with an outcome that the estate's own assignments do not have already. */
  readonly isNew: OutcomeCounts;
  /** Most affected first; `''` is what nobody owns. */
  readonly owners: readonly { readonly owner: string; readonly outcomes: OutcomeCounts }[];
  readonly byPolicy: readonly {
    readonly policy: FindingPolicy;
    readonly effect: string;
    readonly outcomes: OutcomeCounts;
  }[];
  /** As many as were asked for, denials first. */
  readonly effects: readonly SimulatedEffect[];
  readonly diagnostics: readonly Diagnostic[];
}

/** What would happen to one resource. */
export interface SimulatedEffect {
  readonly outcome: SimulatedOutcome;
  /** Whether an assignment of the estate says the same already. */
  readonly isNew: boolean;
  readonly policy: FindingPolicy;
  readonly resource: FindingResource;
  readonly owner: string;
  /** Why, or what would be changed. */
  readonly message: string;
}

/** How two sets of policies differ on the same estate. */
export interface PolicyDifference {
  readonly before: string;
  readonly after: string;
  readonly resources: number;
  /** Resources whose state is not the same, by the pair of states. */
  readonly changes: readonly {
    readonly before: string;
    readonly after: string;
    readonly count: number;
    /** Some of them. */
    readonly examples: readonly FindingResource[];
  }[];
}
