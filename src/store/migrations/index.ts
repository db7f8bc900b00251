import { assessments } from './0001-assessments.ts';
import type { Migration } from './migration.ts';

export type { Migration } from './migration.ts';

/** Every migration, in the order of their versions; a new one is a file and a line here. */
export const migrations: readonly Migration[] = [assessments];
