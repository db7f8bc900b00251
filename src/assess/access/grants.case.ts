import { fileURLToPath } from 'node:url';
import type { Grant } from '../../kernel/index.ts';
import { loadRoles } from '../../library/index.ts';
import type { TargetFacts } from '../../template/index.ts';
import { checked, templateOf } from '../assess.case.ts';
import type { GrantFacts } from './grant-source.ts';

const roles = loadRoles(fileURLToPath(new URL('../../../facts', import.meta.url)));

export const grantFacts: GrantFacts = { roles: (guid) => roles.find(guid) };

/** The GUID of a built-in role, by what people call it. */
export function roleGuid(name: string): string {
  const role = roles.named(name);
  if (role === undefined) throw new Error(`there is no role ${name}`);
  return role.name;
}

function roleId(name: string): string {
  return `[subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '${roleGuid(name)}')]`;
}

export const vault = {
  type: 'Microsoft.KeyVault/vaults',
  apiVersion: '2023-07-01',
  name: 'kv-prod',
  properties: { enableRbacAuthorization: true },
};

export const webApp = {
  type: 'Microsoft.Web/sites',
  apiVersion: '2023-12-01',
  name: 'app-shop',
  identity: { type: 'SystemAssigned' },
  properties: {},
};

export const webAppPrincipal =
  "[reference(resourceId('Microsoft.Web/sites', 'app-shop'), '2023-12-01', 'full').identity.principalId]";

/** A role assignment, at the vault unless stated. */
export function assignmentOf(role: string, properties: object = {}, rest: object = {}): object {
  return {
    type: 'Microsoft.Authorization/roleAssignments',
    apiVersion: '2022-04-01',
    name: '00000000-0000-0000-0000-00000000000a',
    scope: "[resourceId('Microsoft.KeyVault/vaults', 'kv-prod')]",
    properties: {
      principalId: webAppPrincipal,
      principalType: 'ServicePrincipal',
      roleDefinitionId: roleId(role),
      ...properties,
    },
    ...rest,
  };
}

/** What a template with these resources grants. */
export function grantsIn(
  resources: readonly object[],
  rest: object = {},
  facts: GrantFacts = grantFacts,
  scope = 'deployment',
  target: TargetFacts = {},
): readonly Grant[] {
  const document = templateOf(resources, rest, scope);
  return checked([{ document, parameters: [], target }], [], { grants: facts }).report.grants ?? [];
}
