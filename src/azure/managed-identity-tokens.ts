import type { Clock } from './clock.ts';
import { requestToken } from './token-request.ts';
import type { TokenReader } from './token-source.ts';

/** Where the identity of a machine or app is to be had. */
export interface IdentityEndpoint {
  readonly address: string;
  readonly apiVersion: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Of a user-assigned identity; the system-assigned one otherwise. */
  readonly clientId: string | undefined;
}

/** The metadata service of a virtual machine (articles/active-directory/managed-identities-azure-resources/how-to-use-vm-token.md). */
export function machineIdentity(
  clientId: string | undefined,
  origin = 'http://169.254.169.254',
): IdentityEndpoint {
  return {
    address: new URL('/metadata/identity/oauth2/token', origin).href,
    apiVersion: '2018-02-01',
    headers: { Metadata: 'true' },
    clientId,
  };
}

/** The token service beside an app, which it names in `IDENTITY_ENDPOINT` (articles/app-service/overview-managed-identity.md). */
export function appIdentity(address: string, header: string, clientId: string | undefined): IdentityEndpoint {
  return { address, apiVersion: '2019-08-01', headers: { 'X-IDENTITY-HEADER': header }, clientId };
}

/** Signs in as a managed identity. */
export function managedIdentityTokens(endpoint: IdentityEndpoint, clock: Clock): TokenReader {
  return (resource, signal) => {
    const url = new URL(endpoint.address);
    url.searchParams.set('api-version', endpoint.apiVersion);
    url.searchParams.set('resource', resource);
    if (endpoint.clientId !== undefined) url.searchParams.set('client_id', endpoint.clientId);
    const request = { url, method: 'GET' as const, headers: endpoint.headers };
    return requestToken(request, 'the managed identity', clock, signal);
  };
}
