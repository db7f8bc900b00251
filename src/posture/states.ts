import type { StateNumbers } from '../kernel/index.ts';

/** Nothing in any state. */
export const noStates: StateNumbers = {
  nonCompliant: 0,
  compliant: 0,
  error: 0,
  conflicting: 0,
  protected: 0,
  exempt: 0,
  unknown: 0,
  undecided: 0,
  notEvaluated: 0,
};

/** The sum of two counts, state by state. */
export function addStates(a: StateNumbers, b: StateNumbers): StateNumbers {
  const sum = { ...a };
  for (const state of Object.keys(noStates) as (keyof StateNumbers)[]) sum[state] = a[state] + b[state];
  return sum;
}
