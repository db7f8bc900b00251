import type { Severity } from '../kernel/index.ts';
import type { FindingIdentity, PolicyIdentity } from './assessment-store.ts';
import type { PairChange } from './pair-change.ts';
import type { StoredState } from './stored-state.ts';

/** What is different between two runs of an estate. */
export interface RunDifference {
  readonly from: ComparedRun;
  readonly to: ComparedRun;
  /** Findings by what happened to them, in full. */
  readonly counts: Readonly<Record<PairChange, number>>;
  /** By change, then by severity, most serious first; of each change as many as were asked for. */
  readonly findings: readonly FindingDifference[];
  /** Policies that are in force in one of the runs only, or with another effect or severity. */
  readonly policies: readonly PolicyDifference[];
  /** `undefined` where one of the runs does not list every resource: then nobody can say. */
  readonly resources: ResourceDifference | undefined;
}

export interface ComparedRun {
  readonly number: number;
  /** ISO 8601. */
  readonly assessedAt: string;
  readonly score: number | undefined;
  readonly failing: number;
}

export interface FindingDifference extends FindingIdentity {
  readonly change: PairChange;
  readonly resourceType: string;
  readonly effect: string;
  readonly severity: Severity;
  /** `undefined`: compliant, not applicable, or not there. */
  readonly before: StoredState | undefined;
  readonly after: StoredState | undefined;
}

export interface PolicyDifference extends PolicyIdentity {
  readonly before: PolicySetting | undefined;
  readonly after: PolicySetting | undefined;
}

export interface PolicySetting {
  readonly effect: string;
  readonly severity: Severity;
}

export interface ResourceDifference {
  readonly added: ResourceList;
  readonly removed: ResourceList;
  /** Their content, as far as runs have told it, is not the same. */
  readonly changed: ResourceList;
}

/** Ids, as many as were asked for, and how many there are. */
export interface ResourceList {
  readonly count: number;
  readonly ids: readonly string[];
}
