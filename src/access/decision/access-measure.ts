import type { EstateObject } from '../../estate/index.ts';
import type { SignInRecord } from '../conditional-access/index.ts';
import type { AccessModel } from '../estate/index.ts';
import type { TenantReading } from './tenant-of-estate.ts';

/** What measures are taken from. */
export interface MeasureGround {
  readonly model: AccessModel;
  readonly reading: TenantReading;
  readonly objects: readonly EstateObject[];
  /** A sign-in log; empty when there is none. */
  readonly signIns: readonly SignInRecord[];
  /** ISO 8601: what is in force is counted. That of the export unless stated. */
  readonly at?: string | undefined;
}

/** A share of something that is as it should be. */
export interface AccessMeasure {
  readonly name: string;
  /** What is counted, as a clause: `administrators with a registered method that resists phishing`. */
  readonly what: string;
  readonly good: number;
  readonly of: number;
  /** 0 to 100; absent when there is nothing to count. */
  readonly percent?: number | undefined;
  /** The objects that are not as they should be, the first of them. */
  readonly examples: readonly string[];
  /** What was not seen, so that the share is of what was; empty when all was. */
  readonly unseen: readonly string[];
}

/** A way to take a measure. Adding another one is a function and a line in `access-measures.ts`. */
export type TakeMeasure = (ground: MeasureGround) => AccessMeasure;

const examplesMax = 20;

/** Counts subjects; those for which `isGood` is `undefined` are not known, and count for nothing. */
export function shareOf<Subject>(
  head: Pick<AccessMeasure, 'name' | 'what'>,
  subjects: Iterable<Subject>,
  isGood: (subject: Subject) => boolean | undefined,
  idOf: (subject: Subject) => string,
  unseen: readonly string[] = [],
): AccessMeasure {
  let good = 0;
  let of = 0;
  let open = 0;
  const bad: string[] = [];
  for (const subject of subjects) {
    const answer = isGood(subject);
    if (answer === undefined) {
      open++;
      continue;
    }
    of++;
    if (answer) good++;
    else if (bad.length < examplesMax) bad.push(idOf(subject));
  }
  return {
    ...head,
    good,
    of,
    ...(of === 0 ? {} : { percent: (100 * good) / of }),
    examples: bad,
    unseen: open === 0 ? unseen : [...unseen, `${open} of which it is not known`],
  };
}
