import { parseResourceId, type Value, type ValueObject } from '../kernel/index.ts';

/** What a stand-in cloud holds. */
export interface Tenant {
  /** Rows of Resource Graph, by table. */
  readonly tables: Readonly<Record<string, readonly ValueObject[]>>;
  /** Lists of Azure Resource Manager, by path in lower case. */
  readonly lists: ReadonlyMap<string, readonly ValueObject[]>;
  /** Single resources, by path in lower case. */
  readonly singles: ReadonlyMap<string, ValueObject>;
}

export const groupPrefix = '/providers/Microsoft.Management/managementGroups/';

/** The id of the nth subscription. */
export function subscriptionId(n: number): string {
  return `00000000-0000-0000-0000-${String(n).padStart(12, '0')}`;
}

const authorization = 'providers/Microsoft.Authorization';

/** A little tenant: two management groups, `subscriptions` subscriptions with `sites` of each kind of resource, policies, roles and children. */
export function smallTenant(size: { readonly subscriptions: number; readonly each: number }): Tenant {
  const tables: Record<string, ValueObject[]> = {
    resourcecontainers: [group('contoso'), group('corp', 'contoso')],
    resources: [],
    authorizationresources: [role('owner-of-all', `${groupPrefix}contoso`)],
    securityresources: [],
    guestconfigurationresources: [],
    insightsresources: [],
    kubernetesconfigurationresources: [],
    maintenanceresources: [],
  };
  const lists = new Map<string, ValueObject[]>();
  const singles = new Map<string, ValueObject>();
  const add = (scope: string, path: string, name: string, properties: ValueObject = {}) => {
    const list = `${scope}/${path}`;
    const object = resource(`${list}/${name}`, properties);
    lists.set(list.toLowerCase(), [...(lists.get(list.toLowerCase()) ?? []), object]);
  };
  add(`${groupPrefix}contoso`, `${authorization}/policyAssignments`, 'mcsb', { enforcementMode: 'Default' });
  add(`${groupPrefix}contoso`, `${authorization}/policyDefinitions`, 'deny-public', { policyType: 'Custom' });
  add(`${groupPrefix}corp`, `${authorization}/policyExemptions`, 'legacy', { exemptionCategory: 'Waiver' });
  singles.set(`${groupPrefix}contoso`.toLowerCase(), group('contoso'));
  lists.set(`${groupPrefix}contoso/descendants`.toLowerCase(), [group('corp', 'contoso')]);
  for (let n = 0; n < size.subscriptions; n++) {
    const id = `/subscriptions/${subscriptionId(n)}`;
    tables.resourcecontainers!.push(subscription(n), row(`${id}/resourceGroups/apps`, n));
    tables.authorizationresources!.push({ ...role(`reader-${n}`, id), subscriptionId: subscriptionId(n) });
    add(id, `${authorization}/policyAssignments`, `own-${n}`);
    const inherited = lists.get(`${groupPrefix}contoso/${authorization}/policyassignments`.toLowerCase())!;
    lists.get(`${id}/${authorization}/policyassignments`.toLowerCase())!.push(...inherited);
    add(id, 'providers/Microsoft.Security/pricings', 'StorageAccounts', { pricingTier: 'Free' });
    for (let at = 0; at < size.each; at++) {
      const base = `${id}/resourceGroups/apps/providers`;
      const account = `${base}/Microsoft.Storage/storageAccounts/data${n}x${at}`;
      const server = `${base}/Microsoft.Sql/servers/sql${n}x${at}`;
      const site = `${base}/Microsoft.Web/sites/web${n}x${at}`;
      const own = `${account}/privateEndpointConnections/in`;
      tables.resources!.push(
        row(account, n, { privateEndpointConnections: [resource(own, { groupIds: ['blob'] })] }),
        row(server, n, { administratorLogin: 'sa' }),
        row(site, n, { siteConfig: { appSettings: [{ name: 'Key', value: 'not-to-be-seen' }] } }),
      );
      tables.securityresources!.push(row(`${account}/providers/Microsoft.Security/assessments/one`, n));
      add(server, 'auditingSettings', 'default', { state: 'Enabled' });
      for (const rule of ['a', 'b', 'c']) add(server, 'virtualNetworkRules', rule);
      add(server, 'privateEndpointConnections', 'of-list');
      singles.set(
        `${site}/config/web`.toLowerCase(),
        resource(`${site}/config/web`, { ftpsState: 'AllAllowed' }),
      );
    }
  }
  return { tables, lists, singles };
}

function group(name: string, parent?: string): ValueObject {
  const details: ValueObject = parent === undefined ? {} : { parent: { id: `${groupPrefix}${parent}` } };
  return resource(`${groupPrefix}${name}`, { displayName: name, details });
}

function subscription(n: number): ValueObject {
  const properties = { managementGroupAncestorsChain: [{ name: 'corp' }, { name: 'contoso' }] as Value[] };
  return row(`/subscriptions/${subscriptionId(n)}`, n, properties);
}

function role(name: string, scope: string): ValueObject {
  return resource(`${scope}/${authorization}/roleAssignments/${name}`, { principalId: subscriptionId(0) });
}

function resource(id: string, properties: ValueObject): ValueObject {
  const type = typeOf(id);
  return { id, type, name: id.slice(id.lastIndexOf('/') + 1), properties };
}

/** A row of Resource Graph: the type in lower case, and every column there. */
function row(id: string, n: number, properties: ValueObject = {}): ValueObject {
  const type = typeOf(id).toLowerCase();
  return { ...resource(id, properties), type, subscriptionId: subscriptionId(n), kind: '', zones: null };
}

function typeOf(id: string): string {
  const type = parseResourceId(id)?.type ?? '';
  return type === 'Microsoft.Resources/resourceGroups'
    ? 'Microsoft.Resources/subscriptions/resourceGroups'
    : type;
}
