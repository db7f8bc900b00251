import type { FindingPolicy, OwnerPosture } from '../../kernel/index.ts';

/** The policy's name for people. */
export function policyName(policy: FindingPolicy): string {
  return policy.displayName || policy.name || policy.id;
}

/** The owner's name; `nobody` for what nobody owns. */
export function ownerName(owner: string): string {
  return owner === '' ? 'nobody' : owner;
}

const managementGroup = /^\/providers\/Microsoft\.Management\/managementGroups\/([^/]+)$/i;

/** A scope as people call it: a management group by its name, anything else by its id. */
export function scopeName(scope: string): string {
  return managementGroup.exec(scope)?.[1] ?? scope;
}

/** Owners in the order of the report, but what nobody owns first, when there is any. */
export function nobodyFirst(owners: readonly OwnerPosture[]): OwnerPosture[] {
  const isNobody = ({ owner, resources, weight }: OwnerPosture) =>
    owner === '' && (resources > 0 || weight > 0);
  return [...owners.filter(isNobody), ...owners.filter(({ owner }) => owner !== '')];
}
