import { isExcused, isFailing, type StoredState } from './stored-state.ts';

/**
 * What happened to a pair between two runs:
 * - `new`: it fails and was not kept before, that is: it was compliant, did not apply, or was not there
 * - `fixed`: it failed and is not kept any more
 * - `waived`: it is exempt or waived, and was not
 * - `expired`: it was exempt or waived, and fails or is undecided now
 * - `changed`: any other change of state, such as from undecided to failing. What was failing and is undecided now is not fixed
 */
export const pairChanges = ['new', 'expired', 'changed', 'fixed', 'waived'] as const;

export type PairChange = (typeof pairChanges)[number];

/** Compares a pair's states; `undefined` states are those that are not kept. */
export function pairChange(
  from: StoredState | undefined,
  to: StoredState | undefined,
): PairChange | undefined {
  if (from === to) return undefined;
  if (to === undefined) return from !== undefined && isFailing(from) ? 'fixed' : 'changed';
  if (from === undefined) return isFailing(to) ? 'new' : isExcused(to) ? 'waived' : 'changed';
  if (isExcused(from)) return isExcused(to) ? 'changed' : 'expired';
  return isExcused(to) ? 'waived' : 'changed';
}
