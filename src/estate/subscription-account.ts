import { isObject, type ValueObject } from '../kernel/index.ts';

const bareGuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The subscription that `az account list` (`{ id: <guid>, name, state, tenantId, isDefault }`) or AzureHound's ARM answer describes, shaped as ARM has it. */
export function readAccount(item: ValueObject): ValueObject | undefined {
  const { id } = item;
  if (typeof id !== 'string') return undefined;
  if (bareGuid.test(id)) return isAccount(item) ? shaped(id, item, item.name) : undefined;
  const subscription = /^\/subscriptions\/([^/]+)\/?$/i.exec(id)?.[1];
  if (subscription === undefined) return undefined;
  const name = item.name === subscription ? undefined : item.name;
  return shaped(subscription, item, item.displayName ?? name);
}

function isAccount({ state, tenantId, isDefault, cloudName }: ValueObject): boolean {
  return (
    typeof state === 'string' &&
    typeof tenantId === 'string' &&
    (isDefault !== undefined || cloudName !== undefined)
  );
}

/** Resource Graph calls the display name `name`; Azure Resource Manager has `displayName` and no `properties`. */
function shaped(
  subscriptionId: string,
  item: ValueObject,
  displayName: ValueObject[string] | undefined,
): ValueObject {
  const {
    state,
    subscriptionPolicies,
    managedByTenants,
    authorizationSource,
    user,
    isDefault,
    cloudName,
    ...rest
  } = item;
  const properties: ValueObject = { ...(isObject(item.properties) ? item.properties : {}) };
  for (const [key, value] of Object.entries({
    state,
    subscriptionPolicies,
    managedByTenants,
    authorizationSource,
  })) {
    if (value !== undefined) properties[key] ??= value;
  }
  return {
    ...rest,
    id: `/subscriptions/${subscriptionId}`,
    type: 'Microsoft.Resources/subscriptions',
    subscriptionId,
    ...(typeof displayName === 'string' ? { displayName } : {}),
    properties,
  };
}
