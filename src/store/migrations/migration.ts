/** A step from one version of the tables to the next; there is no way back. Once released, it is never changed. */
export interface Migration {
  /** The version that the tables have afterwards: 1, 2, 3 ... */
  readonly version: number;
  readonly name: string;
  /** SQL for PostgreSQL 15 and later; run in one transaction. */
  readonly statements: readonly string[];
}
