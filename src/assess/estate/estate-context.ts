import type { EstateScope } from '../../estate/index.ts';
import { fold, type Value, type ValueObject } from '../../kernel/index.ts';
import type { PolicyContext } from '../../policy/index.ts';

/** What `subscription()` and `resourceGroup()` answer for a resource of an estate, from the scopes that it is in. */
export function estateContext(
  chain: readonly EstateScope[],
  latestApiVersion: string | undefined,
  now: string,
): PolicyContext {
  const subscription = chain.find((scope) => scope.kind === 'subscription');
  const group = chain.find((scope) => scope.kind === 'resourceGroup');
  return {
    now,
    // A scan looks at resources with the newest API version (definition-structure-policy-rule.md#policy-functions).
    requestApiVersion: latestApiVersion ?? '9999-12-31',
    ...(subscription === undefined ? {} : { subscription: subscriptionObject(subscription) }),
    ...(group === undefined ? {} : { resourceGroup: groupObject(group) }),
  };
}

function subscriptionObject({ id, name, displayName, body }: EstateScope): Value {
  const tags = property(body, 'tags');
  return {
    id,
    subscriptionId: name,
    displayName,
    tags: tags ?? {},
    ...(body?.tenantId === undefined ? {} : { tenantId: body.tenantId }),
  };
}

function groupObject({ id, name, body }: EstateScope): Value {
  return {
    id,
    name,
    type: 'Microsoft.Resources/resourceGroups',
    location: property(body, 'location') ?? '',
    tags: property(body, 'tags') ?? {},
    managedBy: property(body, 'managedBy') ?? null,
    properties: { provisioningState: 'Succeeded' },
  };
}

function property(body: ValueObject | undefined, name: string): Value | undefined {
  if (body === undefined) return undefined;
  const key = Object.keys(body).find((one) => fold(one) === fold(name));
  return key === undefined ? undefined : body[key];
}
