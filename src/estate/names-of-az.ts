import { isObject, type Value, type ValueObject } from '../kernel/index.ts';

/** Types in whose properties a name occurs that stands beside `properties` in most others. */
export const propertyOfEnvelopeName: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries({
    'microsoft.authorization/policyassignments': ['scope'],
    'microsoft.authorization/roleassignments': ['scope'],
    'microsoft.authorization/denyassignments': ['scope'],
    'microsoft.insights/metricalerts': ['scopes'],
    'microsoft.network/applicationgateways': ['sku'],
    'microsoft.network/azurefirewalls': ['sku'],
    'microsoft.network/firewallpolicies': ['sku'],
    'microsoft.network/virtualnetworkgateways': ['sku'],
    'microsoft.operationalinsights/workspaces': ['sku'],
    'microsoft.management/managementgroups': ['tenantId'],
    'microsoft.cache/redis': ['sku'],
  }).map(([type, names]) => [type, new Set(names)]),
);

/** Gives properties that az prints under another name the name that Azure and the aliases of policies have for them. */
export const namesOfAz: ReadonlyMap<string, (properties: ValueObject) => void> = new Map([
  ['microsoft.storage/storageaccounts', renameStorageAccount],
  ['microsoft.authorization/roledefinitions', (properties) => rename(properties, 'roleType', 'type')],
]);

function renameStorageAccount(properties: ValueObject): void {
  rename(properties, 'enableHttpsTrafficOnly', 'supportsHttpsTrafficOnly');
  rename(properties, 'enableNfsV3', 'isNfsV3Enabled');
  rename(properties, 'networkRuleSet', 'networkAcls');
  const rules = properties.networkAcls;
  if (!isObject(rules)) return;
  for (const rule of objectsIn(rules.ipRules)) rename(rule, 'ipAddressOrRange', 'value');
  for (const rule of objectsIn(rules.virtualNetworkRules)) rename(rule, 'virtualNetworkResourceId', 'id');
}

function rename(object: ValueObject, from: string, to: string): void {
  const value = object[from];
  if (value === undefined || object[to] !== undefined) return;
  object[to] = value;
  delete object[from];
}

function objectsIn(value: Value | undefined): ValueObject[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}
