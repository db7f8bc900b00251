import { isObject, type Value, type ValueObject } from '../kernel/index.ts';
import { readRelationContext } from './relation-context.ts';

/** A directory object with the name that its source has for its type. */
export interface DirectoryObject {
  readonly type: string;
  readonly id: string;
  readonly body: Value;
}

/** Reads an entry of AzureHound's output, `{ kind, data }`, or an object of Microsoft Graph; `undefined` when it is neither. */
export function readDirectoryObject(
  item: ValueObject,
  context: string | undefined,
): DirectoryObject | undefined {
  return readAzureHoundEntry(item) ?? readGraphObject(item, context);
}

function readAzureHoundEntry({ kind, data }: ValueObject): DirectoryObject | undefined {
  if (typeof kind !== 'string' || !/^AZ[A-Z]/.test(kind) || !isObject(data)) return undefined;
  return { type: kind, id: idOf(data), body: data };
}

function readGraphObject(item: ValueObject, context: string | undefined): DirectoryObject | undefined {
  const stated = item['@odata.type'];
  const type =
    typeof stated === 'string' && stated.startsWith('#microsoft.graph.')
      ? stated.slice(1)
      : (typeOfContext(item['@odata.context']) ?? typeOfContext(context) ?? typeOfShape(item));
  if (type === undefined) return undefined;
  const parentId = ownedTypes.has(type) ? parentOf(item, context) : undefined;
  return { type, id: idOf(item), body: parentId === undefined ? item : { ...item, parentId } };
}

/** Types that do not say themselves what they belong to. */
const ownedTypes: ReadonlySet<string> = new Set(['microsoft.graph.federatedIdentityCredential']);

function parentOf(item: ValueObject, context: string | undefined): string | undefined {
  return (readRelationContext(item['@odata.context']) ?? readRelationContext(context))?.parentId;
}

/** Most objects have an id; relations name the object that they belong to, devices a device id. */
function idOf(body: ValueObject): string {
  const names = [
    'id',
    'objectId',
    'groupId',
    'roleDefinitionId',
    'appId',
    'deviceId',
    'tenantId',
    'keyVaultId',
  ];
  for (const name of names) if (typeof body[name] === 'string') return body[name];
  return '';
}

/** The entity type of a set (learn.microsoft.com/graph/api/overview); a set that is not here keeps its own name. */
const typesOfSets: Readonly<Record<string, string>> = {
  users: 'user',
  groups: 'group',
  serviceprincipals: 'servicePrincipal',
  applications: 'application',
  devices: 'device',
  directoryroles: 'directoryRole',
  directoryobjects: 'directoryObject',
  organization: 'organization',
  approleassignments: 'appRoleAssignment',
  approleassignedto: 'appRoleAssignment',
  federatedidentitycredentials: 'federatedIdentityCredential',
  members: 'directoryObject',
  transitivemembers: 'directoryObject',
  owners: 'directoryObject',
  memberof: 'directoryObject',
  transitivememberof: 'directoryObject',
  oauth2permissiongrants: 'oAuth2PermissionGrant',
  'identity/conditionalaccess/policies': 'conditionalAccessPolicy',
  'conditionalaccess/policies': 'conditionalAccessPolicy',
  'policies/conditionalaccesspolicies': 'conditionalAccessPolicy',
  'identity/conditionalaccess/namedlocations': 'namedLocation',
  'rolemanagement/directory/roledefinitions': 'unifiedRoleDefinition',
  'rolemanagement/directory/roleassignments': 'unifiedRoleAssignment',
  'rolemanagement/directory/roleeligibilityschedules': 'unifiedRoleEligibilitySchedule',
  'rolemanagement/directory/roleassignmentschedules': 'unifiedRoleAssignmentSchedule',
  'identitygovernance/privilegedaccess/group/eligibilityscheduleinstances':
    'privilegedAccessGroupEligibilityScheduleInstance',
  'identitygovernance/privilegedaccess/group/assignmentscheduleinstances':
    'privilegedAccessGroupAssignmentScheduleInstance',
};

/** The type that `https://graph.microsoft.com/v1.0/$metadata#users/$entity` stands for. */
function typeOfContext(context: Value | undefined): string | undefined {
  if (typeof context !== 'string' || !/^https:\/\/graph\.microsoft\./i.test(context)) return undefined;
  const set =
    readRelationContext(context)?.relation ??
    context
      .slice(context.indexOf('#') + 1)
      .replace(/\/\$entity$/, '')
      .replace(/\(.*$/, '');
  const name = typesOfSets[set.toLowerCase()] ?? set.slice(set.lastIndexOf('/') + 1);
  return name === '' ? undefined : `microsoft.graph.${name}`;
}

/** What az and `jq` leave of an answer does not say what it is of; its properties do. */
const shapes: readonly (readonly [string, readonly string[]])[] = [
  ['conditionalAccessPolicy', ['grantControls', 'conditions', 'state']],
  ['servicePrincipal', ['appId', 'servicePrincipalType']],
  ['application', ['appId', 'signInAudience']],
  ['user', ['userPrincipalName']],
  ['device', ['deviceId', 'operatingSystemVersion']],
  ['group', ['securityEnabled', 'mailEnabled']],
  ['directoryRole', ['roleTemplateId', 'displayName']],
  ['unifiedRoleDefinition', ['rolePermissions', 'isBuiltIn']],
  ['unifiedRoleAssignment', ['principalId', 'roleDefinitionId', 'directoryScopeId']],
  ['organization', ['verifiedDomains', 'assignedPlans']],
  ['appRoleAssignment', ['appRoleId', 'principalId', 'resourceId']],
  ['privilegedAccessGroupEligibilityScheduleInstance', ['groupId', 'accessId', 'eligibilityScheduleId']],
  ['privilegedAccessGroupAssignmentScheduleInstance', ['groupId', 'accessId', 'assignmentScheduleId']],
];

function typeOfShape(item: ValueObject): string | undefined {
  if (typeof item.id === 'string' && item.id.startsWith('/')) return undefined;
  const match = shapes.find(([, names]) => names.every((name) => item[name] !== undefined));
  return match === undefined ? undefined : `microsoft.graph.${match[0]}`;
}
