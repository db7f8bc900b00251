import type { ValueObject } from '../kernel/index.ts';

/** A page of a step of a collection. */
export interface PageName {
  readonly step: string;
  /** Counted from 0. */
  readonly page: number;
}

/** Where a collection goes. */
export interface EstateSink {
  /** Keeps the objects of a page for good before it ends: all of them or none, in place of what was kept of the same page before. No objects leave no page. */
  write(page: PageName, objects: readonly ValueObject[]): Promise<void>;
  /** What was kept of a page. */
  read(page: PageName): Promise<readonly ValueObject[]>;
  /** Removes all pages of a step. */
  discard(step: string): Promise<void>;
}

/** The record of how far a collection has come: lines that are added one after the other and never changed. */
export interface Checkpoint {
  /** The whole lines in order; one that a crash cut off is left out. */
  read(): Promise<readonly ValueObject[]>;
  /** Keeps a line for good before it ends. */
  append(line: ValueObject): Promise<void>;
}
