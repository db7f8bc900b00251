import type { Truth } from '../../kernel/index.ts';
import type { StateName } from './escalation-rule.ts';
import { objectIn, type RegisteredResource } from './resource-register.ts';

type ResourceState = (resource: RegisteredResource) => Truth;

/** States of resources; those of principals are decided where principals are (`principal-state.ts`). */
const states: Partial<Record<StateName, ResourceState>> = {
  identity: ({ identities }) => (identities.length > 0 ? 'true' : 'false'),
  // A vault that does not say so decides by access policies, as those from before role assignments do.
  vaultRoles: (vault) => flag(vault, 'enableRbacAuthorization', true, 'false'),
  vaultPolicies: (vault) => opposite(flag(vault, 'enableRbacAuthorization', true, 'false')),
  sharedKey: (account) => opposite(flag(account, 'allowSharedKeyAccess', false, 'false')),
  localAuth: (resource) =>
    both(
      opposite(flag(resource, 'disableLocalAuth', true, 'false')),
      opposite(flag(resource, 'disableAccessKeyAuthentication', true, 'false')),
    ),
  localAccounts: (cluster) => opposite(flag(cluster, 'disableLocalAccounts', true, 'false')),
};

/** Whether a resource is in all of the states. */
export function resourceState(resource: RegisteredResource, when: readonly StateName[]): Truth {
  let truth: Truth = 'true';
  for (const name of when) truth = both(truth, states[name]?.(resource) ?? 'unknown');
  return truth;
}

/** Whether both hold. */
export function both(a: Truth, b: Truth): Truth {
  if (a === 'false' || b === 'false') return 'false';
  return a === 'true' && b === 'true' ? 'true' : 'unknown';
}

function opposite(truth: Truth): Truth {
  return truth === 'unknown' ? truth : truth === 'true' ? 'false' : 'true';
}

/** Whether a property has a value; `absent` where it is missing. A resource without any properties was not exported in full. */
function flag({ body }: RegisteredResource, name: string, value: boolean, absent: Truth): Truth {
  const properties = objectIn(body, 'properties');
  if (properties === undefined) return 'unknown';
  const stated = properties[name];
  if (stated === undefined || stated === null) return absent;
  return typeof stated === 'boolean' ? (stated === value ? 'true' : 'false') : 'unknown';
}
