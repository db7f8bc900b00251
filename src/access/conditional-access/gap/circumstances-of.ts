import type { SignIn } from '../sign-in/sign-in.ts';
import { type CoverageModel, circumstanceCount } from './coverage-model.ts';

/** A class of each of client, device and flow. */
export interface CircumstanceClasses {
  readonly classes: readonly number[];
  readonly facts: Partial<SignIn>;
  readonly distance: number;
}

/** All combinations of classes of client, device and flow, the most ordinary first. */
export function circumstancesOf(model: CoverageModel): CircumstanceClasses[] {
  let combined: CircumstanceClasses[] = [{ classes: [], facts: {}, distance: 0 }];
  for (const classes of model.classes.slice(0, circumstanceCount))
    combined = combined.flatMap((one) =>
      classes.map(({ atom }, index) => ({
        classes: [...one.classes, index],
        facts: { ...one.facts, ...atom.facts },
        distance: one.distance + atom.distance,
      })),
    );
  return combined.sort((a, b) => a.distance - b.distance);
}
