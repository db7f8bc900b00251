import { fold } from '../../kernel/index.ts';
import {
  type AssignedPolicy,
  type Attestation,
  type AttestedState,
  defaultAttestedState,
  hasExpired,
} from '../../policy/index.ts';

/** Finds what has been attested of a resource for a manual policy. Each resource needs its own attestation (attestation-structure.md#best-practices). */
export class AttestationIndex {
  readonly #byResource = new Map<string, Attestation[]>();

  /** `now` in ISO 8601: what has expired does not count. */
  constructor(attestations: readonly Attestation[], now: string) {
    for (const attestation of attestations) {
      const { expiresOn, resourceId } = attestation;
      if (hasExpired(expiresOn, now)) continue;
      const list = this.#byResource.get(resourceId);
      if (list === undefined) this.#byResource.set(resourceId, [attestation]);
      else list.push(attestation);
    }
  }

  /** The attested state: of this reference before one of the whole initiative, else the default of the policy. */
  stateOf({ assignment, reference, policy }: AssignedPolicy, resourceId: string): AttestedState {
    const assignmentId = fold(assignment.id);
    const own = (this.#byResource.get(fold(resourceId)) ?? []).filter(
      (one) => one.assignmentId === assignmentId,
    );
    const referenceId = reference === undefined ? undefined : fold(reference.referenceId);
    const found =
      own.find((one) => one.referenceId !== undefined && one.referenceId === referenceId) ??
      own.find((one) => one.referenceId === undefined);
    return found?.state ?? defaultAttestedState(policy);
  }
}
