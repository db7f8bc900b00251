import type { ColumnType, Generated, JSONColumnType, Transaction } from 'kysely';
import type { StateNumbers } from '../kernel/index.ts';
import type { PackedPairs } from './packed-pairs.ts';

/** The tables, as the migrations leave them. */
export interface StoreTables {
  'landguard.versions': VersionsTable;
  'landguard.estates': EstatesTable;
  'landguard.runs': RunsTable;
  'landguard.policies': PoliciesTable;
  'landguard.run_policies': RunPoliciesTable;
  'landguard.resources': ResourcesTable;
  'landguard.resource_versions': ResourceVersionsTable;
}

/** The migrations that were run. */
interface VersionsTable {
  readonly version: number;
  readonly name: string;
  readonly migrated_at: Generated<Date>;
}

interface EstatesTable {
  readonly estate_key: Generated<number>;
  readonly name: string;
  readonly last_run: number;
}

/** A run that is pruned keeps its row: findings that are still open were first seen in it. */
interface RunsTable {
  readonly estate_key: number;
  readonly number: number;
  readonly assessed_at: ColumnType<Date, string, never>;
  readonly tool_version: string;
  readonly resources: number;
  readonly policies: number;
  readonly pairs: JSONColumnType<StateNumbers>;
  readonly score: number | null;
  readonly compliance_percent: number | null;
  readonly failing: number;
  readonly duration_ms: number;
  readonly policy_set: string;
  readonly lists_resources: boolean;
  readonly is_pruned: Generated<boolean>;
}

/** Policies by what they are known by, spelled as they came first. */
interface PoliciesTable {
  readonly policy_key: Generated<number>;
  readonly estate_key: number;
  readonly identity: string;
  readonly assignment_id: string;
  readonly reference: string;
  readonly definition_id: string;
}

/** The policies in force in a run, with their pairs by state. */
interface RunPoliciesTable {
  readonly estate_key: number;
  readonly number: number;
  readonly policy_key: number;
  readonly effect: string;
  readonly severity: string;
  readonly pairs: JSONColumnType<StateNumbers>;
}

interface ResourcesTable {
  readonly resource_key: Generated<number>;
  readonly estate_key: number;
  readonly identity: string;
  readonly id: string;
  readonly type: string;
}

/** How a resource stood from one run up to another; `to_run` is null while it stands. A run adds rows for what has changed. */
interface ResourceVersionsTable extends PackedPairs {
  readonly resource_key: number;
  readonly from_run: number;
  readonly to_run: number | null;
  readonly estate_key: number;
  readonly content_hash: string | null;
}

/** What the parts of the store work in: every method of it is one transaction. */
export type StoreTransaction = Transaction<StoreTables>;
