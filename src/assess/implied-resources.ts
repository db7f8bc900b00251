import {
  findKey,
  fold,
  isObject,
  textOfValue,
  Unknown,
  type Value,
  type ValueObject,
} from '../kernel/index.ts';
import type { PolicySubject } from '../policy/index.ts';

/** A child resource that a service keeps for every resource of a type, whether or not anyone deploys it. */
interface ImpliedChild {
  readonly parent: string;
  readonly type: string;
  readonly name: string;
  /** What the parent's own body says of it. */
  readonly stated: (parent: ValueObject) => ValueObject | undefined;
}

/**
 * Children that exist as soon as their parent does. What the parent says of them inline is known, everything else is a default of the service and
 * stays unknown, so that a policy on them is neither passed nor failed by ignorance.
 */
const impliedChildren: readonly ImpliedChild[] = [
  {
    parent: 'microsoft.web/sites',
    type: 'Microsoft.Web/sites/config',
    name: 'web',
    stated: (parent) => part(parent, 'siteConfig'),
  },
  {
    parent: 'microsoft.web/sites/slots',
    type: 'Microsoft.Web/sites/slots/config',
    name: 'web',
    stated: (parent) => part(parent, 'siteConfig'),
  },
  {
    parent: 'microsoft.sql/servers',
    type: 'Microsoft.Sql/servers/auditingSettings',
    name: 'default',
    stated: nothing,
  },
  {
    parent: 'microsoft.sql/servers',
    type: 'Microsoft.Sql/servers/securityAlertPolicies',
    name: 'Default',
    stated: nothing,
  },
  {
    parent: 'microsoft.sql/servers',
    type: 'Microsoft.Sql/servers/connectionPolicies',
    name: 'default',
    stated: nothing,
  },
  {
    parent: 'microsoft.sql/servers/databases',
    type: 'Microsoft.Sql/servers/databases/transparentDataEncryption',
    name: 'current',
    stated: nothing,
  },
  {
    parent: 'microsoft.sql/servers/databases',
    type: 'Microsoft.Sql/servers/databases/backupShortTermRetentionPolicies',
    name: 'default',
    stated: nothing,
  },
  {
    parent: 'microsoft.sql/servers/databases',
    type: 'Microsoft.Sql/servers/databases/backupLongTermRetentionPolicies',
    name: 'default',
    stated: nothing,
  },
  {
    parent: 'microsoft.storage/storageaccounts',
    type: 'Microsoft.Storage/storageAccounts/blobServices',
    name: 'default',
    stated: nothing,
  },
  {
    parent: 'microsoft.storage/storageaccounts',
    type: 'Microsoft.Storage/storageAccounts/fileServices',
    name: 'default',
    stated: nothing,
  },
  {
    parent: 'microsoft.dbforpostgresql/flexibleservers',
    type: 'Microsoft.DBforPostgreSQL/flexibleServers/configurations',
    name: '',
    stated: nothing,
  },
  {
    parent: 'microsoft.dbformysql/flexibleservers',
    type: 'Microsoft.DBforMySQL/flexibleServers/configurations',
    name: '',
    stated: nothing,
  },
  {
    parent: 'microsoft.recoveryservices/vaults',
    type: 'Microsoft.RecoveryServices/vaults/backupconfig',
    name: 'vaultconfig',
    stated: nothing,
  },
];

const byChildType: ReadonlyMap<string, ImpliedChild> = new Map(
  impliedChildren.map((child) => [fold(child.type), child]),
);

/** The child of `type` (folded) that a resource has without being given one; `wanted` is the name that is looked for, where one is. */
export function impliedChild(
  parent: PolicySubject,
  type: string,
  wanted: string | undefined,
): PolicySubject | undefined {
  const rule = byChildType.get(type);
  if (rule === undefined || rule.parent !== fold(parent.type)) return undefined;
  const name = rule.name === '' ? (wanted ?? '') : rule.name;
  const stated = rule.stated(parent.body);
  const properties = new Unknown(`reference(${name}).properties`, {
    type: 'object',
    causes: [{ kind: 'reference', name: `what ${rule.type} ${name} is by default` }],
    ...(stated === undefined ? {} : { known: () => stated }),
  });
  const fullName = `${textOfValue(parent.name)}/${name}`;
  return {
    body: { type: rule.type, name: fullName, properties },
    type: rule.type,
    name: fullName,
    id: undefined,
    apiVersion: undefined,
  };
}

function nothing(): undefined {
  return undefined;
}

function part(parent: ValueObject, name: string): ValueObject | undefined {
  const properties = member(parent, 'properties');
  return properties === undefined ? undefined : member(properties, name);
}

function member(object: ValueObject, name: string): ValueObject | undefined {
  const key = findKey(object, name);
  const value: Value | undefined = key === undefined ? undefined : object[key];
  return value !== undefined && isObject(value) ? value : undefined;
}
