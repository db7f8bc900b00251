import type { StateNumbers } from '../../kernel/index.ts';

/** A compliance state, as `StateNumbers` counts it. */
export type EstateState = keyof StateNumbers;

/** What a state is called, and what it means. */
export interface StateWord {
  readonly state: EstateState;
  readonly word: string;
  readonly meaning: string;
}

/** The states in the order in which they are shown: what needs work first, what is proven last. */
export const stateWords: readonly StateWord[] = [
  { state: 'nonCompliant', word: 'non-compliant', meaning: 'the resource is not as the policy wants it' },
  {
    state: 'error',
    word: 'in error',
    meaning: 'the policy could not be evaluated on the resource; counts against compliance',
  },
  {
    state: 'conflicting',
    word: 'conflicting',
    meaning: 'assignments want different things of the resource; counts against compliance',
  },
  {
    state: 'undecided',
    word: 'undecided',
    meaning: 'the answer needs data that is not there; never a pass, and not part of compliance',
  },
  {
    state: 'unknown',
    word: 'not attested',
    meaning: 'a manual policy that nobody has attested; Azure counts it as compliant',
  },
  {
    state: 'notEvaluated',
    word: 'not evaluated',
    meaning: 'the policy needs what no export holds; nothing is said about the resource',
  },
  {
    state: 'exempt',
    word: 'exempt',
    meaning: 'an exemption in force covers it; whether it would be compliant is not said',
  },
  {
    state: 'protected',
    word: 'protected',
    meaning: 'the policy denies an action, such as deletion; not part of compliance',
  },
  { state: 'compliant', word: 'compliant', meaning: 'evaluated, and as the policy wants it' },
];

/** What people call a state: `not attested` for `unknown`. */
export function stateWord(state: EstateState): string {
  return stateWords.find((entry) => entry.state === state)!.word;
}
