import { describe, expect, it } from 'vitest';
import { grantsIn } from './grants.case.ts';

function credential(subject: string, issuer = 'https://token.actions.githubusercontent.com'): object {
  return {
    type: 'Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials',
    apiVersion: '2023-01-31',
    name: 'id-deploy/pipeline',
    properties: { issuer, subject, audiences: ['api://AzureADTokenExchange'] },
  };
}

describe('federationGrants', () => {
  it.each([
    ['repo:contoso/shop:ref:refs/heads/main', 'none', 'info'],
    ['repo:contoso/shop:pull_request', 'control', 'medium'],
    ['repo:contoso/*', 'control', 'medium'],
  ])('weighs the subject %s', (subject, tier, severity) => {
    expect(grantsIn([credential(subject)])).toMatchObject([
      {
        kind: 'trust',
        tier,
        severity,
        text: `lets whoever GitHub calls ${subject} sign in as the managed identity id-deploy`,
      },
    ]);
  });

  it('names an issuer that nobody knows, and a subject that is not known', () => {
    expect(
      grantsIn([credential('system:serviceaccount:shop:web', 'https://oidc.example/x')])[0]?.principal.text,
    ).toBe('whoever https://oidc.example/x calls system:serviceaccount:shop:web');
    const [open] = grantsIn([credential("[parameters('subject')]")], {
      parameters: { subject: { type: 'string' } },
    });
    expect(open?.unknownBecause).toEqual(['which tokens are taken is not known before the deployment']);
  });
});
