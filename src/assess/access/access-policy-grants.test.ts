import { describe, expect, it } from 'vitest';
import { grantsIn, vault, webApp, webAppPrincipal } from './grants.case.ts';

const policy = (permissions: object) => ({ tenantId: 'x', objectId: webAppPrincipal, permissions });
const vaultWith = (accessPolicies: readonly object[], rest: object = {}) => ({
  ...vault,
  properties: { accessPolicies, ...rest },
});

describe('accessPolicyGrants', () => {
  it.each([
    [{ secrets: ['Get', 'list'] }, ['read every secret in the key vault kv-prod']],
    [
      { secrets: ['all'] },
      [
        'read every secret in the key vault kv-prod',
        'change every secret in the key vault kv-prod',
        'delete secrets in the key vault kv-prod',
      ],
    ],
    [{ keys: ['unwrapKey', 'wrapKey', 'get'] }, ['use every key in the key vault kv-prod']],
    [{ certificates: ['import'] }, ['change the certificates in the key vault kv-prod']],
    [{ keys: ['list'] }, ['list what is in the key vault kv-prod']],
  ])('says what %j lets one do', (permissions, abilities) => {
    const [grant] = grantsIn([webApp, vaultWith([policy(permissions)])]);
    expect(grant).toMatchObject({ kind: 'accessPolicy', abilities, principal: { kind: 'systemIdentity' } });
  });

  it('leaves out policies that have no effect', () => {
    const policies = [policy({ secrets: ['get'] })];
    expect(grantsIn([webApp, vaultWith(policies, { enableRbacAuthorization: true })])).toEqual([]);
    expect(grantsIn([webApp, vaultWith([policy({ secrets: [] })])])).toEqual([]);
  });

  it('says what depends on a value that is not known', () => {
    const parameters = { roles: { type: 'bool' }, secrets: { type: 'array' } };
    const [open] = grantsIn(
      [
        webApp,
        vaultWith([policy({ secrets: ['get'] })], { enableRbacAuthorization: "[parameters('roles')]" }),
      ],
      { parameters },
    );
    expect(open?.unknownBecause).toEqual(['whether the vault takes roles instead is not known']);
    const [unknown] = grantsIn([webApp, vaultWith([policy({ secrets: "[parameters('secrets')]" })])], {
      parameters,
    });
    expect(unknown).toMatchObject({ tier: 'unknown', severity: 'medium' });
  });

  it('reads policies that are added by a resource of their own, but not what removes them', () => {
    const own = (name: string) => ({
      type: 'Microsoft.KeyVault/vaults/accessPolicies',
      apiVersion: '2023-07-01',
      name: `kv-shared/${name}`,
      properties: { accessPolicies: [policy({ secrets: ['get'] })] },
    });
    expect(grantsIn([webApp, own('add')])[0]?.text).toBe(
      'lets the web app app-shop (system identity) read every secret in the key vault kv-shared',
    );
    expect(grantsIn([webApp, own('remove')])).toEqual([]);
  });
});
