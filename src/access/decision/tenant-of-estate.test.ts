import { describe, expect, it } from 'vitest';
import { memoryEstate } from '../../estate/index.ts';
import type { Value } from '../../kernel/index.ts';
import { type AccessSource, readAccess } from '../estate/index.ts';
import { kim, policy, user } from './decision.case.ts';
import { tenantOfEstate } from './tenant-of-estate.ts';

const administrators = '00000000-0000-0000-0000-0000000000d1';
const role = '62e90394-69f5-4237-9190-012177145e10';
const facts = { role: () => undefined, directoryRole: () => undefined, isDataAction: () => false };

async function tenantOf(objects: readonly object[], exported: readonly AccessSource[] = [], at?: string) {
  const { estate } = memoryEstate(objects as readonly Value[], '2026-06-15T00:00:00Z');
  return tenantOfEstate(estate, await readAccess(estate, facts, { exported }), at);
}

function group(members: readonly string[]): object {
  return {
    '@odata.type': '#microsoft.graph.group',
    id: administrators,
    displayName: 'administrators',
    securityEnabled: true,
    mailEnabled: false,
    members: members.map((id) => ({ '@odata.type': '#microsoft.graph.user', id })),
  };
}

function directoryRole(principalId: string, changes: object = {}): object {
  return {
    '@odata.type': '#microsoft.graph.unifiedRoleAssignment',
    id: `role of ${principalId}`,
    principalId,
    roleDefinitionId: role,
    directoryScopeId: '/',
    ...changes,
  };
}

describe('tenantOfEstate', () => {
  it('reads policies, named locations and strengths, of whatever name their type has', async () => {
    const { tenant, hasPolicies, diagnostics } = await tenantOf([
      policy(['mfa']),
      {
        '@odata.type': '#microsoft.graph.ipNamedLocation',
        id: 'l1',
        displayName: 'Offices',
        isTrusted: true,
        ipRanges: [{ '@odata.type': '#microsoft.graph.iPv4CidrRange', cidrAddress: '203.0.113.0/24' }],
      },
      {
        '@odata.type': '#microsoft.graph.countryNamedLocation',
        id: 'l2',
        displayName: 'Europe',
        countriesAndRegions: ['NL'],
        includeUnknownCountriesAndRegions: false,
      },
      {
        '@odata.type': '#microsoft.graph.authenticationStrengthPolicy',
        id: 's1',
        displayName: 'Keys only',
        allowedCombinations: ['fido2'],
      },
    ]);
    expect(hasPolicies).toBe(true);
    expect(diagnostics).toEqual([]);
    expect(tenant.policies.map(({ displayName }) => displayName)).toEqual(['Ask for mfa']);
    expect(tenant.locations?.map(({ id, kind }) => `${id} ${kind}`)).toEqual(['l1 ip', 'l2 country']);
    expect(tenant.strengths).toEqual([
      { id: 's1', displayName: 'Keys only', allowedCombinations: ['fido2'] },
    ]);
  });

  it('does not take what was not exported for nothing', async () => {
    const { tenant, hasPolicies } = await tenantOf([user({ transitiveMemberOf: undefined })]);
    expect(hasPolicies).toBe(false);
    expect(tenant.locations).toBeUndefined();
    expect(tenant.users).toMatchObject([{ id: kim, memberOf: undefined, roles: undefined }]);
  });

  it('knows groups and the roles that come with them', async () => {
    const objects = [user({ transitiveMemberOf: undefined }), group([kim]), directoryRole(administrators)];
    const { tenant } = await tenantOf(objects, ['groupMembers']);
    expect(tenant.users).toMatchObject([
      { name: 'kim@contoso.example', kind: 'member', memberOf: [administrators], roles: [role] },
    ]);
    expect(tenant.groups).toMatchObject([{ id: administrators, roles: [role] }]);
  });

  it('counts roles of the whole tenant only, and only while they are in force', async () => {
    const rolesOf = async (changes: object, at?: string) => {
      const { tenant } = await tenantOf([user(), directoryRole(kim, changes)], [], at);
      return tenant.users[0]?.roles;
    };
    expect(await rolesOf({})).toEqual([role]);
    expect(await rolesOf({ directoryScopeId: '/administrativeUnits/1' })).toEqual([]);
  });

  it('knows guests and managed identities for what they are', async () => {
    const { tenant } = await tenantOf([
      user({ userType: 'Guest' }),
      {
        '@odata.type': '#microsoft.graph.servicePrincipal',
        id: 'sp',
        appId: 'app',
        displayName: 'id-shop',
        servicePrincipalType: 'ManagedIdentity',
      },
    ]);
    expect(tenant.users[0]?.kind).toBe('b2bCollaborationGuest');
    expect(tenant.servicePrincipals).toMatchObject([{ id: 'sp', isManagedIdentity: true }]);
  });

  it('says what is wrong with a policy, and keeps it open', async () => {
    const { tenant, diagnostics } = await tenantOf([
      policy(['mfa'], { times: { includedRanges: [] }, novelty: 1 }),
    ]);
    expect(diagnostics.length).toBeGreaterThan(0);
    expect(tenant.policies[0]?.unread).not.toEqual([]);
  });
});
