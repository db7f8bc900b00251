/**
 * The states in which a pair of policy and resource is kept; every other one is absence. Failing: `nonCompliant`, `conflicting`, `error`. Open:
 * `undecided` (the answer needs data that is not there) and `unknown` (a manual policy that nobody has attested). Excused: `exempt` (by an exemption of
 * Azure Policy) and `waived` (by waivers.yaml).
 */
export const storedStates = [
  'nonCompliant',
  'conflicting',
  'error',
  'undecided',
  'unknown',
  'exempt',
  'waived',
] as const;

export type StoredState = (typeof storedStates)[number];

/** Whether somebody has decided to live with the pair. */
export function isExcused(state: StoredState): boolean {
  return state === 'exempt' || state === 'waived';
}

/** Whether the pair counts against the estate: it is decided, and nobody has excused it. */
export function isFailing(state: StoredState): boolean {
  return state === 'nonCompliant' || state === 'conflicting' || state === 'error';
}
