import { memoryEstate } from '../../estate/index.ts';
import type { Value } from '../../kernel/index.ts';
import { evaluationOf } from '../conditional-access/index.ts';
import { type AccessSource, accessSources, readAccess } from '../estate/index.ts';
import type { RoleDefinition } from '../role/index.ts';
import type { DecisionGround } from './decide-session.ts';
import { tenantOfEstate } from './tenant-of-estate.ts';

export const group = '/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/rg-shop';
export const kim = '00000000-0000-0000-0000-0000000000a1';
export const write = 'Microsoft.Storage/storageAccounts/write';

const contributor: RoleDefinition = {
  id: '/providers/Microsoft.Authorization/roleDefinitions/00000000-0000-0000-0000-0000000000b1',
  name: '00000000-0000-0000-0000-0000000000b1',
  roleName: 'Storage editor',
  type: 'built-in',
  assignableScopes: ['/'],
  permissions: [
    {
      actions: ['Microsoft.Storage/*', 'Microsoft.Authorization/roleAssignments/write'],
      notActions: [],
      dataActions: [],
      notDataActions: [],
    },
  ],
};

const facts = {
  role: (guid: string) => (guid === contributor.name ? contributor : undefined),
  directoryRole: () => undefined,
  isDataAction: () => false,
};

/** A member of the tenant with a list of all its groups. */
export function user(changes: object = {}): object {
  return {
    '@odata.type': '#microsoft.graph.user',
    id: kim,
    displayName: 'Kim Berg',
    userPrincipalName: 'kim@contoso.example',
    accountEnabled: true,
    transitiveMemberOf: [],
    ...changes,
  };
}

/** The role of a principal in the resource group. */
export function assignment(principalId = kim, changes: object = {}): object {
  return {
    id: `${group}/providers/Microsoft.Authorization/roleAssignments/${principalId}`,
    type: 'Microsoft.Authorization/roleAssignments',
    properties: { roleDefinitionId: contributor.id, principalId, scope: group, ...changes },
  };
}

/** A policy for everybody and everything. */
export function policy(builtInControls: readonly string[], changes: object = {}): object {
  return {
    '@odata.type': '#microsoft.graph.conditionalAccessPolicy',
    id: `policy-${builtInControls.join('-')}`,
    displayName: `Ask for ${builtInControls.join(' or ')}`,
    state: 'enabled',
    conditions: {
      clientAppTypes: ['all'],
      users: { includeUsers: ['All'] },
      applications: { includeApplications: ['All'] },
      ...changes,
    },
    grantControls: { operator: 'OR', builtInControls },
  };
}

/** What a session is decided against, in an estate of these objects; every source was exported unless stated. */
export async function groundOf(
  objects: readonly object[],
  exported: readonly AccessSource[] = Object.keys(accessSources) as AccessSource[],
): Promise<
  DecisionGround & { readonly objects: Awaited<ReturnType<typeof memoryEstate>>['estate']['objects'] }
> {
  const { estate } = memoryEstate(objects as readonly Value[], '2026-06-15T00:00:00Z');
  const model = await readAccess(estate, facts, { exported });
  const reading = tenantOfEstate(estate, model);
  return { model, reading, evaluation: evaluationOf(reading.tenant), objects: estate.objects };
}
