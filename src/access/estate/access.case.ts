import { memoryEstate } from '../../estate/index.ts';
import type { Value, ValueObject } from '../../kernel/index.ts';
import type { RoleDefinition } from '../role/index.ts';
import type { AccessFacts, AccessModel } from './access-model.ts';
import type { AccessSource } from './access-source.ts';
import { readAccess } from './read-access.ts';

/** A role assignment in small: names instead of ids. */
export interface SmallAssignment {
  readonly role: string;
  readonly to: string;
  readonly at: string;
  readonly condition?: string;
  /** Makes it an instance of a schedule. */
  readonly from?: string;
  readonly until?: string;
}

/** A deny assignment in small. */
export interface SmallDenial {
  readonly actions?: readonly string[];
  readonly notActions?: readonly string[];
  readonly dataActions?: readonly string[];
  readonly to: readonly string[];
  readonly except?: readonly string[];
  readonly at: string;
  readonly scopeOnly?: boolean;
  readonly condition?: string;
}

/** What activating a role at a scope takes. */
export interface SmallRule {
  readonly role: string;
  readonly at: string;
  readonly needs?: readonly string[];
  readonly approvers?: readonly string[];
  readonly duration?: string;
}

/** An estate in small, in which everything is called by a name. */
export interface SmallEstate {
  readonly users?: readonly (string | { readonly name: string; readonly [key: string]: Value })[];
  readonly workloads?: readonly string[];
  /** The members of each group; `null` where they were not exported. */
  readonly groups?: Readonly<Record<string, readonly string[] | null>>;
  /** The management group above each management group; `''` for the root. */
  readonly managementGroups?: Readonly<Record<string, string>>;
  /** The management group of each subscription; `''` where nothing says. */
  readonly subscriptions?: Readonly<Record<string, string>>;
  readonly roles?: Readonly<Record<string, Value>>;
  readonly assignments?: readonly SmallAssignment[];
  readonly eligible?: readonly SmallAssignment[];
  readonly denials?: readonly SmallDenial[];
  readonly rules?: readonly SmallRule[];
  /** Objects as they are; `{name}` in a text stands for the id of the principal, role or scope of that name. */
  readonly objects?: readonly ValueObject[];
}

/** Roles that every small estate knows, by name; others are asked of `known`. */
const builtInRoles: Readonly<
  Record<
    string,
    readonly [actions: readonly string[], notActions?: readonly string[], dataActions?: readonly string[]]
  >
> = {
  Owner: [['*']],
  Reader: [['*/read']],
  Contributor: [
    ['*'],
    [
      'Microsoft.Authorization/*/Delete',
      'Microsoft.Authorization/*/Write',
      'Microsoft.Authorization/elevateAccess/Action',
    ],
  ],
  'User Access Administrator': [['*/read', 'Microsoft.Authorization/*', 'Microsoft.Support/*']],
  'Storage Blob Data Reader': [
    ['Microsoft.Storage/storageAccounts/blobServices/containers/read'],
    [],
    ['Microsoft.Storage/storageAccounts/blobServices/containers/blobs/read'],
  ],
  'Key Vault Secrets User': [
    [],
    [],
    [
      'Microsoft.KeyVault/vaults/secrets/getSecret/action',
      'Microsoft.KeyVault/vaults/secrets/readMetadata/action',
    ],
  ],
};

/** The id that stands for a name: the same for the same name and kind. */
export function smallId(kind: 'principal' | 'role' | 'assignment' | 'policy', name: string): string {
  let hash = 0;
  for (const character of name) hash = (Math.imul(hash, 31) + (character.codePointAt(0) ?? 0)) >>> 0;
  const number = ['principal', 'role', 'assignment', 'policy'].indexOf(kind) + 1;
  return `00000000-0000-0000-000${number}-00${String(hash).padStart(10, '0')}`;
}

/** The id of a scope: `/` for the tenant, `mg:name`, `subscription`, `subscription/group`, and what follows is a provider's. */
export function smallScope(text: string): string {
  if (text === '/' || /^\/(subscriptions|providers|administrativeUnits)\//i.test(text)) return text;
  if (text.startsWith('mg:')) return `/providers/Microsoft.Management/managementGroups/${text.slice(3)}`;
  const [subscription, group, ...rest] = text.split('/');
  const base = `/subscriptions/${subscription}${group === undefined ? '' : `/resourceGroups/${group}`}`;
  return rest.length === 0 ? base : `${base}/providers/${rest.join('/')}`;
}

/** What a small estate knows of roles. */
export const smallFacts: AccessFacts = {
  role: (guid) => builtIns.get(guid),
  directoryRole: () => undefined,
  isDataAction: (action) => /\/blobs\/|\/vaults\/(secrets|keys)\//.test(action),
};

const builtIns = new Map<string, RoleDefinition>(
  Object.entries(builtInRoles).map(([roleName, [actions, notActions = [], dataActions = []]]) => {
    const name = smallId('role', roleName);
    const permissions = [{ actions, notActions, dataActions, notDataActions: [] }];
    return [name, { id: name, name, roleName, type: 'built-in', assignableScopes: ['/'], permissions }];
  }),
);

/** Reads a small estate; all sources are said to be exported unless `exported` names them. */
export async function smallAccess(
  estate: SmallEstate,
  exported: readonly AccessSource[] = everything,
  facts: AccessFacts = smallFacts,
): Promise<AccessModel> {
  const objects = smallObjects(estate);
  const { estate: read } = memoryEstate(objects, '2026-11-01T00:00:00Z');
  return readAccess(read, facts, { exported });
}

/** All that an export can have. */
export const everything: readonly AccessSource[] = [
  'roleAssignments',
  'roleDefinitions',
  'denyAssignments',
  'eligibility',
  'groupEligibility',
  'delegations',
  'managementGroups',
  'users',
  'groups',
  'groupMembers',
  'servicePrincipals',
  'directoryRoles',
];

/** The objects of a small estate, as Azure and Microsoft Graph answer them. */
export function smallObjects(estate: SmallEstate): readonly Value[] {
  return [
    ...Object.entries(estate.managementGroups ?? {}).map(([name, above]) => managementGroup(name, above)),
    ...Object.entries(estate.subscriptions ?? {}).map(([name, group]) => subscription(name, group)),
    ...(estate.users ?? []).map((one) => {
      const { name, ...rest } = typeof one === 'string' ? { name: one } : one;
      return principal('user', name, { userPrincipalName: `${name}@contoso.example`, ...rest });
    }),
    ...(estate.workloads ?? []).map((name) =>
      principal('servicePrincipal', name, {
        appId: smallId('policy', name),
        servicePrincipalType: 'Application',
      }),
    ),
    ...Object.entries(estate.groups ?? {}).map(([name, members]) =>
      principal(
        'group',
        name,
        members === null ? {} : { members: members.map((one) => ({ id: smallId('principal', one) })) },
      ),
    ),
    ...Object.entries(estate.roles ?? {}).map(([name, properties]) => role(name, properties)),
    ...(estate.assignments ?? []).map((one, at) => assignment(one, `${at}`, 'roleAssignments')),
    ...(estate.eligible ?? []).map((one, at) =>
      assignment(one, `e${at}`, 'roleEligibilityScheduleInstances'),
    ),
    ...(estate.assignments ?? []).flatMap((one, at) =>
      (one.from ?? one.until) === undefined ? [] : schedule(one, `${at}`),
    ),
    ...(estate.denials ?? []).map(denial),
    ...(estate.rules ?? []).map(rule),
    ...(estate.objects ?? []).map((one) => filled(one)),
  ];
}

function managementGroup(name: string, above: string): Value {
  return {
    id: smallScope(`mg:${name}`),
    name,
    type: 'Microsoft.Management/managementGroups',
    properties: {
      displayName: name,
      details: { parent: above === '' ? null : { id: smallScope(`mg:${above}`) } },
    },
  };
}

function subscription(name: string, group: string): Value {
  const chain = group === '' ? {} : { managementGroupAncestorsChain: [{ name: group, displayName: group }] };
  return {
    id: `/subscriptions/${name}`,
    name,
    type: 'microsoft.resources/subscriptions',
    subscriptionId: name,
    properties: chain,
  };
}

function principal(type: string, name: string, rest: ValueObject): Value {
  return {
    '@odata.type': `#microsoft.graph.${type}`,
    id: smallId('principal', name),
    displayName: name,
    ...rest,
  };
}

function role(name: string, properties: Value): Value {
  const guid = smallId('role', name);
  return {
    id: `/providers/Microsoft.Authorization/roleDefinitions/${guid}`,
    name: guid,
    type: 'Microsoft.Authorization/roleDefinitions',
    properties: {
      roleName: name,
      type: 'CustomRole',
      assignableScopes: ['/'],
      ...(properties as ValueObject),
    },
  };
}

function assignment(one: SmallAssignment, name: string, type: string): Value {
  const scope = smallScope(one.at);
  const isSchedule = type !== 'roleAssignments';
  return {
    id: `${scope === '/' ? '' : scope}/providers/Microsoft.Authorization/${type}/${name}`,
    name,
    type: `Microsoft.Authorization/${type}`,
    properties: {
      scope,
      roleDefinitionId: `/providers/Microsoft.Authorization/roleDefinitions/${smallId('role', one.role)}`,
      principalId: smallId('principal', one.to),
      ...(one.condition === undefined ? {} : { condition: one.condition, conditionVersion: '2.0' }),
      ...(isSchedule ? { startDateTime: one.from ?? null, endDateTime: one.until ?? null } : {}),
    },
  };
}

function schedule(one: SmallAssignment, name: string): Value {
  const scope = smallScope(one.at);
  const made = assignment(one, name, 'roleAssignmentScheduleInstances') as ValueObject;
  const origin = `${scope === '/' ? '' : scope}/providers/Microsoft.Authorization/roleAssignments/${name}`;
  return {
    ...made,
    properties: {
      ...(made.properties as ValueObject),
      assignmentType: 'Activated',
      originRoleAssignmentId: origin,
    },
  };
}

function denial(one: SmallDenial, at: number): Value {
  const scope = smallScope(one.at);
  const ids = (names: readonly string[] = []) =>
    names.map((name) => ({
      id: name === 'everyone' ? '00000000-0000-0000-0000-000000000000' : smallId('principal', name),
    }));
  return {
    id: `${scope === '/' ? '' : scope}/providers/Microsoft.Authorization/denyAssignments/${at}`,
    type: 'Microsoft.Authorization/denyAssignments',
    properties: {
      denyAssignmentName: `denial ${at}`,
      scope,
      doNotApplyToChildScopes: one.scopeOnly ?? false,
      permissions: [
        {
          actions: [...(one.actions ?? [])],
          notActions: [...(one.notActions ?? [])],
          dataActions: [...(one.dataActions ?? [])],
          notDataActions: [],
        },
      ],
      principals: ids(one.to),
      excludePrincipals: ids(one.except),
      condition: one.condition ?? null,
    },
  };
}

function rule({ role: name, at, needs = [], approvers, duration = 'PT8H' }: SmallRule, index: number): Value {
  const scope = smallScope(at);
  const policyId = `${scope}/providers/Microsoft.Authorization/roleManagementPolicies/${index}`;
  return {
    id: `${scope}/providers/Microsoft.Authorization/roleManagementPolicyAssignments/${index}`,
    type: 'Microsoft.Authorization/roleManagementPolicyAssignments',
    properties: {
      scope,
      policyId,
      roleDefinitionId: `/providers/Microsoft.Authorization/roleDefinitions/${smallId('role', name)}`,
      effectiveRules: [
        { id: 'Enablement_EndUser_Assignment', enabledRules: [...needs] },
        { id: 'Expiration_EndUser_Assignment', maximumDuration: duration },
        {
          id: 'Approval_EndUser_Assignment',
          setting: {
            isApprovalRequired: approvers !== undefined,
            approvalStages: [
              { primaryApprovers: (approvers ?? []).map((one) => ({ id: smallId('principal', one) })) },
            ],
          },
        },
      ],
    },
  };
}

function filled(value: ValueObject): Value {
  const text = JSON.stringify(value).replace(/\{(principal|role|scope):([^}"]+)\}/g, (_, kind, name) =>
    kind === 'scope' ? smallScope(name) : smallId(kind, name),
  );
  return JSON.parse(text) as Value;
}
