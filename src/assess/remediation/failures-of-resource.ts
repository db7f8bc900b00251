import { assessEstate, type EstateAssessmentInput, type EstateFailure } from '../estate/assess-estate.ts';
import { fingerprintOf } from '../estate/estate-finding.ts';

/** The failures of an estate that a fingerprint, or its beginning, means. */
export interface FoundFailures {
  /** Every failure whose fingerprint begins with it, one for each fingerprint. */
  readonly matches: readonly EstateFailure[];
  /** Everything that fails on the resource of the first match. */
  readonly ofResource: readonly EstateFailure[];
}

/** Assesses an estate for one finding. Failures of a resource come one after another, so that only those of one resource are held. */
export async function failuresOfResource(
  input: EstateAssessmentInput,
  fingerprint: string,
): Promise<FoundFailures> {
  const matches = new Map<string, EstateFailure>();
  let current: EstateFailure[] = [];
  let ofResource: readonly EstateFailure[] | undefined;
  await assessEstate({
    ...input,
    onFailure(failure) {
      if (current[0]?.resource.id !== failure.resource.id) current = [];
      current.push(failure);
      const own = fingerprintOf(failure);
      if (!own.startsWith(fingerprint)) return;
      matches.set(own, failure);
      ofResource ??= current;
    },
  });
  return { matches: [...matches.values()], ofResource: ofResource ?? [] };
}
