import type { AccessModel } from './access-model.ts';

/** A membership in a group, or the ownership of one, that Privileged Identity Management gives. Object ids. */
export interface TimedMembership {
  /** `eligible`: not before it is activated; the others are in force from a start to an end. */
  readonly kind: 'assigned' | 'activated' | 'eligible';
  readonly as: 'member' | 'owner';
  readonly id: string;
  readonly groupId: string;
  readonly principalId: string;
  /** ISO 8601. */
  readonly start?: string | undefined;
  readonly end?: string | undefined;
  readonly file: string;
}

/** What activating a membership takes; the rules of a group are by its id. `undefined` when that was not seen. */
export function membershipRule({ activation }: AccessModel, { as, groupId }: TimedMembership) {
  return activation.of(as, groupId);
}
