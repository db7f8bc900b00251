import type { VersionedPair } from './resource-version.ts';
import { type StoredState, storedStates } from './stored-state.ts';

/** The columns of a version: keys of policies by state, ascending; `null` instead of what is empty or says nothing. */
export interface PackedPairs {
  readonly non_compliant: readonly number[] | null;
  readonly conflicting: readonly number[] | null;
  readonly error: readonly number[] | null;
  readonly undecided: readonly number[] | null;
  readonly unknown: readonly number[] | null;
  readonly exempt: readonly number[] | null;
  readonly waived: readonly number[] | null;
  /** For the columns above, one after the other; `null`: all since the run that the version begins with. */
  readonly first_runs: readonly number[] | null;
  /** For the columns above, one after the other; `null`: none has come back. */
  readonly reopened: readonly number[] | null;
}

/** The column of each state. */
export const stateColumns = {
  nonCompliant: 'non_compliant',
  conflicting: 'conflicting',
  error: 'error',
  undecided: 'undecided',
  unknown: 'unknown',
  exempt: 'exempt',
  waived: 'waived',
} as const satisfies Record<StoredState, keyof PackedPairs>;

/** Packs the pairs of a version that begins with `fromRun`. */
export function packPairs(pairs: ReadonlyMap<number, VersionedPair>, fromRun: number): PackedPairs {
  const sorted = [...pairs].sort(([a], [b]) => a - b);
  const firstRuns: number[] = [];
  const reopened: number[] = [];
  const keys: Record<StoredState, number[] | null> = {
    nonCompliant: null,
    conflicting: null,
    error: null,
    undecided: null,
    unknown: null,
    exempt: null,
    waived: null,
  };
  for (const state of storedStates) {
    const own = sorted.filter(([, pair]) => pair.state === state);
    if (own.length === 0) continue;
    keys[state] = own.map(([policy]) => policy);
    for (const [, pair] of own) {
      firstRuns.push(pair.firstRun);
      reopened.push(pair.reopened);
    }
  }
  return {
    non_compliant: keys.nonCompliant,
    conflicting: keys.conflicting,
    error: keys.error,
    undecided: keys.undecided,
    unknown: keys.unknown,
    exempt: keys.exempt,
    waived: keys.waived,
    first_runs: firstRuns.every((run) => run === fromRun) ? null : firstRuns,
    reopened: reopened.every((count) => count === 0) ? null : reopened,
  };
}

/** The reverse of `packPairs`. */
export function unpackPairs(packed: PackedPairs, fromRun: number): Map<number, VersionedPair> {
  const pairs = new Map<number, VersionedPair>();
  let index = 0;
  for (const state of storedStates) {
    for (const policy of packed[stateColumns[state]] ?? []) {
      const firstRun = packed.first_runs?.[index] ?? fromRun;
      pairs.set(policy, { state, firstRun, reopened: packed.reopened?.[index] ?? 0 });
      index++;
    }
  }
  return pairs;
}
