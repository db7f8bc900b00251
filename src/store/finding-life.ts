import type { FindingLifecycle } from '../kernel/index.ts';
import { type ResourceVersion, stoodIn } from './resource-version.ts';
import { isExcused } from './stored-state.ts';

/**
 * What became of a finding up to the last run:
 * - `new`: the last run is the first that found it
 * - `open`: the run before found it too
 * - `regressed`: an earlier run found it, the run before did not
 * - `expired`: in the run before it was exempt or waived, and is no more
 * - `exempt`: it is exempt or waived
 * - `fixed`: an earlier run found it, the last one does not
 */
export type FindingStage = FindingLifecycle | 'exempt' | 'fixed';

/** The life of a finding. An undecided pair is a finding too, and no run finds it any more once it is decided for the better. */
export interface FindingLife {
  readonly stage: FindingStage;
  /** ISO 8601: the first and the last assessment that found it. */
  readonly firstSeen: string;
  readonly lastSeen: string;
  /** How often it was fixed and came back. */
  readonly reopened: number;
}

/** The same, by the numbers of runs. */
export interface FindingRuns {
  readonly stage: FindingStage;
  readonly firstRun: number;
  readonly lastRun: number;
  readonly reopened: number;
}

/** What became of a policy's finding on a resource of these versions, in the order of their runs; `undefined` when there was none. */
export function findingRuns(
  versions: readonly ResourceVersion[],
  policy: number,
  lastRun: number,
): FindingRuns | undefined {
  const latest = versions.findLast((version) => version.pairs.has(policy));
  const pair = latest?.pairs.get(policy);
  if (latest === undefined || pair === undefined) return undefined;
  const { firstRun, reopened } = pair;
  if (latest.toRun !== undefined) return { stage: 'fixed', firstRun, lastRun: latest.toRun - 1, reopened };
  if (isExcused(pair.state)) return { stage: 'exempt', firstRun, lastRun, reopened };
  const before = versions.find((version) => stoodIn(version, lastRun - 1))?.pairs.get(policy);
  if (before === undefined)
    return { stage: firstRun < lastRun ? 'regressed' : 'new', firstRun, lastRun, reopened };
  return { stage: isExcused(before.state) ? 'expired' : 'open', firstRun, lastRun, reopened };
}
