import type { ConditionName } from '../sign-in/condition.ts';
import type { SignIn } from '../sign-in/sign-in.ts';

/** One value of a dimension of sign-ins, for all that policies do not tell from it. */
export interface Atom {
  /** As people read it: `windows`, `a device that is not registered` ... */
  readonly label: string;
  /** The part of a sign-in that it stands for. */
  readonly facts: Partial<SignIn>;
  /** 0 for the ordinary value, more for what is less so: the smallest witness has the smallest sum. */
  readonly distance: number;
}

/** A dimension of sign-ins with its values. */
export interface Dimension {
  readonly name: ConditionName;
  readonly atoms: readonly Atom[];
}
