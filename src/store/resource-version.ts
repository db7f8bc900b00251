import type { StoredState } from './stored-state.ts';

/** A policy's state on a resource, as it stands in one version. */
export interface VersionedPair {
  readonly state: StoredState;
  /** The first run that stored the pair. */
  readonly firstRun: number;
  /** How often the pair was gone and came back. */
  readonly reopened: number;
}

/** How a resource stood from one run up to, and without, another. Two versions of a resource do not overlap; between them it had no pairs, or was not there. */
export interface ResourceVersion {
  readonly fromRun: number;
  /** `undefined`: it still stands. */
  readonly toRun: number | undefined;
  /** By the key of the policy. */
  readonly pairs: ReadonlyMap<number, VersionedPair>;
}

/** Whether the resource stood like this in a run. */
export function stoodIn({ fromRun, toRun }: ResourceVersion, run: number): boolean {
  return fromRun <= run && (toRun === undefined || toRun > run);
}

/**
 * The pairs of a resource in a new run. A pair of the version that stands goes on; one that was gone has come back, and keeps the run that first
 * stored it. `versions` are in the order of their runs.
 */
export function nextPairs(
  versions: readonly ResourceVersion[],
  found: ReadonlyMap<number, StoredState>,
  run: number,
): Map<number, VersionedPair> {
  const next = new Map<number, VersionedPair>();
  for (const [policy, state] of found) {
    const last = versions.findLast((version) => version.pairs.has(policy));
    const before = last?.pairs.get(policy);
    if (last === undefined || before === undefined) next.set(policy, { state, firstRun: run, reopened: 0 });
    else {
      const isBack = last.toRun !== undefined;
      next.set(policy, {
        state,
        firstRun: before.firstRun,
        reopened: before.reopened + (isBack ? 1 : 0),
      });
    }
  }
  return next;
}
