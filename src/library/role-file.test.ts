import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../files/temporary-folder.case.ts';
import { loadActions } from './action-file.ts';
import { loadAppRoles } from './app-role-file.ts';
import { loadDirectoryRoles } from './directory-role-file.ts';
import { loadRoles, packRole, packTier, unpackRole, unpackTier } from './role-file.ts';

const shipped = fileURLToPath(new URL('../../facts', import.meta.url));
const guid = '0000000a-0000-0000-0000-000000000000';

describe('a packed role', () => {
  it('is unpacked to what it was', () => {
    const permissions = [
      {
        actions: ['*'],
        notActions: ['Contoso.Shop/*/write', 'Contoso.Shop/things/read '],
        dataActions: [],
        notDataActions: [],
      },
      {
        actions: [],
        notActions: [],
        dataActions: ['Contoso.Shop/*'],
        notDataActions: ['Contoso.Shop/x'],
        condition: { text: "@Request[a:b] StringEquals 'x'", version: '2.0' },
      },
    ];
    const role = { name: guid, roleName: 'Seller', tier: 'user', isPrivileged: true, permissions } as const;
    expect(unpackRole(JSON.parse(JSON.stringify(packRole(role))))).toEqual({
      ...role,
      id: `/providers/Microsoft.Authorization/roleDefinitions/${guid}`,
      type: 'built-in',
      assignableScopes: ['/'],
    });
  });

  it.each(['control', 'management', 'user', undefined] as const)('keeps the tier %s', (tier) => {
    expect(unpackTier(packTier(tier))).toBe(tier);
  });
});

describe('the shipped roles', () => {
  const roles = loadRoles(shipped);

  it('are found by name and GUID in any case', () => {
    const owner = roles.named('OWNER');
    expect(owner).toMatchObject({ roleName: 'Owner', tier: 'control', isPrivileged: true, type: 'built-in' });
    expect(owner?.permissions).toEqual([
      { actions: ['*'], notActions: [], dataActions: [], notDataActions: [] },
    ]);
    expect(roles.find(owner?.name.toUpperCase() ?? '')).toBe(owner);
    expect(roles.named('Nobody')).toBeUndefined();
    expect(roles.find('__proto__')).toBeUndefined();
  });

  it('are all there', () => {
    const all = roles.all();
    expect([all.length, roles.count, roles.diagnostics.length]).toEqual([928, 928, 0]);
    const permissions = all.flatMap((role) => role.permissions);
    expect(permissions.length).toBe(946);
    expect(permissions.filter(({ condition }) => condition !== undefined).length).toBe(31);
    expect(all.filter(({ tier }) => tier === 'control').length).toBe(48);
  });
});

describe('the shipped actions', () => {
  const actions = loadActions(shipped);

  it('are those of both planes, folded and sorted within their namespace', () => {
    expect([actions.control.length, actions.data.length]).toEqual([11_137, 877]);
    const { control, data } = actions.ofNamespace('Microsoft.KeyVault');
    expect(control).toContain('microsoft.keyvault/vaults/write');
    expect(data).toContain('microsoft.keyvault/vaults/secrets/getsecret/action');
    expect(control).toEqual([...control].sort());
    expect(actions.control.filter((action) => action !== action.toLowerCase())).toEqual([]);
    expect(actions.ofNamespace('__proto__')).toEqual({ control: [], data: [] });
  });
});

describe('the shipped directory roles', () => {
  const directory = loadDirectoryRoles(shipped);

  it('have their actions, and the actions their tiers', () => {
    expect(directory.roles.length).toBe(145);
    const admin = directory.roles.find(({ roleName }) => roleName === 'Privileged Role Administrator');
    expect(admin).toMatchObject({ tier: 'control', isPrivileged: true, isAssignable: true });
    expect(directory.find(admin?.name.toUpperCase() ?? '')).toBe(admin);
    const action = 'microsoft.directory/servicePrincipals/appRoleAssignedTo/update';
    expect(admin?.actions).toContain(action);
    expect(directory.tierOfAction(action.toUpperCase())).toBe('control');
    expect(directory.tierOfAction('microsoft.directory/nothing')).toBeUndefined();
    const inherited = directory.roles.flatMap(({ inherits }) => inherits);
    expect(inherited.filter((name) => directory.find(name) === undefined)).toEqual([]);
  });
});

describe('the shipped app roles', () => {
  const apps = loadAppRoles(shipped);

  it('are found by application and GUID', () => {
    expect(apps.all().length).toBe(862);
    const found = apps.all().find(({ value }) => value === 'RoleManagement.ReadWrite.Directory');
    expect(found?.tier).toBe('control');
    expect(apps.find(found?.appId.toUpperCase() ?? '', found?.id.toUpperCase() ?? '')).toEqual(found);
    expect(apps.find(found?.appId ?? '', guid)).toBeUndefined();
    expect(apps.all().filter(({ value, tier }) => value === '' || tier === undefined)).toEqual([]);
  });
});

describe('facts that are not there', () => {
  it('are said to be missing, and nothing is known', () => {
    const folder = temporaryFolder();
    expect(loadRoles(folder)).toMatchObject({ count: 0, diagnostics: [{ code: 'LG1006' }] });
    expect(loadActions(folder)).toMatchObject({ control: [], diagnostics: [{ code: 'LG1006' }] });
    expect(loadDirectoryRoles(folder)).toMatchObject({ roles: [], diagnostics: [{ code: 'LG1006' }] });
    expect(loadAppRoles(folder).diagnostics).toMatchObject([{ code: 'LG1006' }]);
  });

  it('are said to be spoilt', () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'roles.json'), '{"roles":');
    writeFileSync(join(folder, 'actions.json'), '{"other":{}}');
    expect(loadRoles(folder).diagnostics).toMatchObject([{ code: 'LG1006' }]);
    expect(loadActions(folder).diagnostics[0]?.message).toContain('it has no table `namespaces`');
  });
});
