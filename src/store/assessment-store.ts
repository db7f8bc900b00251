import type { HistoryPoint, Severity, StateNumbers } from '../kernel/index.ts';
import type { FindingLife } from './finding-life.ts';
import type { RunDifference } from './run-difference.ts';
import type { StoredState } from './stored-state.ts';

/** A policy as an assignment brings it: what a finding is about, beside its resource. Ids in any case. */
export interface PolicyIdentity {
  readonly assignmentId: string;
  /** The reference in the initiative; empty where a single policy is assigned. */
  readonly reference: string;
  readonly definitionId: string;
}

/** A policy in force in a run, and its pairs. */
export interface RunPolicy extends PolicyIdentity {
  readonly effect: string;
  readonly severity: Severity;
  readonly pairs: StateNumbers;
}

/** What a run came to. */
export interface RunSummary {
  readonly estate: string;
  /** ISO 8601. */
  readonly assessedAt: string;
  readonly toolVersion: string;
  readonly resources: number;
  readonly pairs: StateNumbers;
  readonly score: number | undefined;
  readonly compliancePercent: number | undefined;
  /** Failing pairs that nobody has waived. */
  readonly failing: number;
  readonly durationMs: number;
  /** Every policy in force; pairs refer to it by its position. */
  readonly policies: readonly RunPolicy[];
  /** Whether every resource of the estate is given, those without a stored pair too; only then can runs be asked which resources came and went. */
  readonly listsResources: boolean;
}

/** A resource with the pairs of it that are kept. A run gives a resource once. */
export interface StoredResource {
  readonly id: string;
  readonly type: string;
  /** Changes when the resource does. */
  readonly contentHash?: string | undefined;
  readonly pairs: readonly StoredPair[];
}

export interface StoredPair {
  /** Position in the policies of the run. */
  readonly policy: number;
  readonly state: StoredState;
}

/** What a finding is known by across runs. */
export interface FindingIdentity extends PolicyIdentity {
  readonly resourceId: string;
}

/** A run that was saved. */
export interface SavedRun {
  /** 1, 2, 3 ... for each estate. */
  readonly number: number;
  /** Resources whose pairs or content are not as in the run before; those that are gone included. */
  readonly changedResources: number;
}

/** A run as the history tells it. */
export interface StoredRun extends HistoryPoint {
  readonly number: number;
  readonly toolVersion: string;
  readonly resources: number;
  readonly policies: number;
  readonly pairs: StateNumbers;
  readonly durationMs: number;
  /** The same for two runs when the same policies were in force with the same effects and severities. */
  readonly policySet: string;
}

/** An estate that the store holds runs of. */
export interface StoredEstate {
  readonly name: string;
  /** Runs that are kept. */
  readonly runs: number;
  /** ISO 8601. */
  readonly lastAssessedAt: string;
}

/** Batches of something, from memory or from a stream. */
export type Batches<Item> = Iterable<readonly Item[]> | AsyncIterable<readonly Item[]>;

/** Keeps assessments. Every method is one transaction: it happens as a whole or not at all. Operating errors are thrown as a `StoreError`. */
export interface AssessmentStore {
  /** Sorted by name. */
  estates(): Promise<readonly StoredEstate[]>;
  /** Once this answers, the run is there, whatever becomes of the process. */
  saveRun(run: RunSummary, resources: Batches<StoredResource>): Promise<SavedRun>;
  /** The last runs that are kept, oldest first. */
  history(estate: string, limit: number): Promise<readonly StoredRun[]>;
  /** What became of each of these findings up to the last run; `undefined` for one that no run found. */
  lifecycleOf(
    estate: string,
    findings: readonly FindingIdentity[],
  ): Promise<readonly (FindingLife | undefined)[]>;
  /** What is different from the run `from` to the run `to`, which may be the earlier one. Changes are counted in full; of each kind, `limit` are listed. */
  diff(estate: string, from: number, to: number, limit: number): Promise<RunDifference>;
  /** Forgets all but the last `keep` runs; answers how many were forgotten. What is open keeps the moment it was first seen. */
  prune(estate: string, keep: number): Promise<number>;
  close(): Promise<void>;
}
