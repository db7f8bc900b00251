import { describe, expect, it } from 'vitest';
import type { AccessSource } from '../estate/index.ts';
import { groundOf } from './decision.case.ts';
import { workloadCredential } from './workload-credential.ts';

const principalId = '00000000-0000-0000-0001-000000000001';
const appId = '00000000-0000-0000-0002-000000000001';
const servicePrincipal = {
  '@odata.type': '#microsoft.graph.servicePrincipal',
  id: principalId,
  appId,
  displayName: 'portal',
  servicePrincipalType: 'Application',
};
const application = (credentials: object) => ({
  '@odata.type': '#microsoft.graph.application',
  id: '00000000-0000-0000-0003-000000000001',
  appId,
  displayName: 'portal',
  signInAudience: 'AzureADMyOrg',
  ...credentials,
});
const password = { keyId: 'p', endDateTime: '2026-06-01T00:00:00Z' };
const key = { keyId: 'k', endDateTime: '2027-06-01T00:00:00Z' };

async function kindOf(objects: readonly object[], at?: string, exported?: readonly AccessSource[]) {
  const { model } = await groundOf(objects, exported);
  const position = model.principals.positionOf(principalId);
  if (position === undefined) throw new Error('there is no such principal');
  return workloadCredential(model, model.principals.at(position), at);
}

describe('workloadCredential', () => {
  it.each([
    ['the weakest of several', { passwordCredentials: [password], keyCredentials: [key] }, 'password'],
    ['a certificate', { keyCredentials: [key] }, 'key'],
    ['nothing', { passwordCredentials: [], keyCredentials: [] }, 'none'],
  ])('finds %s', async (_, credentials, kind) => {
    expect((await kindOf([servicePrincipal, application(credentials)])).kind).toBe(kind);
  });

  it('leaves out what has ended by the moment that is asked about', async () => {
    const objects = [
      servicePrincipal,
      application({ passwordCredentials: [password], keyCredentials: [key] }),
    ];
    expect((await kindOf(objects, '2026-07-01T00:00:00Z')).kind).toBe('key');
    expect((await kindOf(objects, '2026-05-01T00:00:00Z')).kind).toBe('password');
  });

  it('names the credentials that it found', async () => {
    const { objects } = await kindOf([servicePrincipal, application({ keyCredentials: [key] })]);
    expect(objects).toEqual(['k']);
  });

  it('does not know what an application has that was not exported', async () => {
    expect((await kindOf([servicePrincipal], undefined, [])).kind).toBe('unknown');
  });

  it('takes a managed identity for what its platform vouches for', async () => {
    const identity = { ...servicePrincipal, servicePrincipalType: 'ManagedIdentity' };
    expect((await kindOf([identity])).kind).toBe('platform');
  });
});
