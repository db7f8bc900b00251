import type { Policy } from './policy.ts';

/** How people call a policy. */
export function policyName({ displayName, id }: Pick<Policy, 'displayName' | 'id'>): string {
  return displayName === '' ? id : displayName;
}

/** Whether a name stands for an id that whoever deploys the policy puts in: `<AdministratorGroup>`. */
export function isPlaceholder(name: string): boolean {
  return name.startsWith('<') && name.endsWith('>');
}
