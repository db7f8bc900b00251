import type { Kysely } from 'kysely';
import type {
  AssessmentStore,
  Batches,
  FindingIdentity,
  RunSummary,
  SavedRun,
  StoredEstate,
  StoredResource,
  StoredRun,
} from './assessment-store.ts';
import { diffRuns } from './diff-runs.ts';
import type { FindingLife } from './finding-life.ts';
import { findingLives } from './finding-lives.ts';
import { pruneRuns } from './prune-runs.ts';
import type { RunDifference } from './run-difference.ts';
import { runHistory, storedEstates } from './run-history.ts';
import { saveRun } from './save-run.ts';
import { storeError } from './store-error.ts';
import type { StoreTables, StoreTransaction } from './store-tables.ts';

/** Assessments in PostgreSQL's tables, wherever those are. */
export class SqlAssessmentStore implements AssessmentStore {
  readonly #db: Kysely<StoreTables>;
  readonly #closed: () => Promise<void>;

  /** `closed` is called when the database is. */
  constructor(db: Kysely<StoreTables>, closed: () => Promise<void>) {
    this.#db = db;
    this.#closed = closed;
  }

  estates(): Promise<readonly StoredEstate[]> {
    return this.#read(storedEstates);
  }

  saveRun(run: RunSummary, resources: Batches<StoredResource>): Promise<SavedRun> {
    return this.#write((db) => saveRun(db, run, resources));
  }

  history(estate: string, limit: number): Promise<readonly StoredRun[]> {
    return this.#read((db) => runHistory(db, estate, limit));
  }

  lifecycleOf(
    estate: string,
    findings: readonly FindingIdentity[],
  ): Promise<readonly (FindingLife | undefined)[]> {
    return this.#read((db) => findingLives(db, estate, findings));
  }

  diff(estate: string, from: number, to: number, limit: number): Promise<RunDifference> {
    return this.#read((db) => diffRuns(db, estate, [from, to], limit));
  }

  prune(estate: string, keep: number): Promise<number> {
    return this.#write((db) => pruneRuns(db, estate, keep));
  }

  async close(): Promise<void> {
    try {
      await this.#db.destroy();
    } catch (error) {
      throw storeError(error);
    } finally {
      await this.#closed();
    }
  }

  async #write<Result>(work: (db: StoreTransaction) => Promise<Result>): Promise<Result> {
    try {
      return await this.#db.transaction().execute(work);
    } catch (error) {
      throw storeError(error);
    }
  }

  /** Several queries see the store as it was at one moment, whatever is saved meanwhile. */
  async #read<Result>(work: (db: StoreTransaction) => Promise<Result>): Promise<Result> {
    try {
      return await this.#db.transaction().setIsolationLevel('repeatable read').execute(work);
    } catch (error) {
      throw storeError(error);
    }
  }
}
