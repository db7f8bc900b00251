import { createHash, createPrivateKey, type KeyObject, randomUUID, X509Certificate } from 'node:crypto';
import { SignJWT } from 'jose';
import { AzureError } from './azure-error.ts';
import type { Clock } from './clock.ts';
import { requestToken } from './token-request.ts';
import type { TokenReader } from './token-source.ts';

/** An application that signs in for itself (articles/active-directory/develop/v2-oauth2-client-creds-grant-flow.md). */
export interface ClientApplication {
  /** The origin that issues tokens. */
  readonly authority: string;
  /** The id or a domain of the tenant. */
  readonly tenant: string;
  readonly clientId: string;
}

const assertionType = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';
const assertionLifeSeconds = 5 * 60;

/** Signs in with a secret. */
export function clientSecretTokens(
  application: ClientApplication,
  secret: string,
  clock: Clock,
): TokenReader {
  return (resource, signal) => grant(application, resource, { client_secret: secret }, clock, signal);
}

/**
 * Signs in with a certificate and its private key, both in one PEM text
 * (articles/active-directory/develop/active-directory-certificate-credentials.md).
 */
export function clientCertificateTokens(
  application: ClientApplication,
  pem: string,
  password: string | undefined,
  clock: Clock,
): TokenReader {
  return async (resource, signal) => {
    const { key, thumbprint } = readCertificate(pem, password);
    const now = Math.floor(clock.now() / 1000);
    const assertion = await new SignJWT({ jti: randomUUID() })
      .setProtectedHeader({ alg: 'PS256', typ: 'JWT', 'x5t#S256': thumbprint })
      .setIssuer(application.clientId)
      .setSubject(application.clientId)
      .setAudience(tokenEndpoint(application).href)
      .setIssuedAt(now)
      .setNotBefore(now)
      .setExpirationTime(now + assertionLifeSeconds)
      .sign(key);
    return grantByAssertion(application, resource, assertion, clock, signal);
  };
}

/**
 * Signs in with a token that another issuer wrote into a file - Kubernetes, a pipeline - and renews there
 * (articles/active-directory/workload-identities/workload-identity-federation.md).
 */
export function workloadIdentityTokens(
  application: ClientApplication,
  readAssertion: () => Promise<string>,
  clock: Clock,
): TokenReader {
  return async (resource, signal) =>
    grantByAssertion(application, resource, (await readAssertion()).trim(), clock, signal);
}

function readCertificate(pem: string, password: string | undefined): { key: KeyObject; thumbprint: string } {
  try {
    const key = createPrivateKey({
      key: pem,
      ...(password === undefined ? {} : { passphrase: password }),
    });
    const certificate = new X509Certificate(pem);
    return { key, thumbprint: createHash('sha256').update(certificate.raw).digest('base64url') };
  } catch {
    // What OpenSSL says may quote the file.
    throw new AzureError(
      'sign-in',
      'the client certificate cannot be read: a PEM file with the certificate and its RSA key is needed',
    );
  }
}

function grantByAssertion(
  application: ClientApplication,
  resource: string,
  assertion: string,
  clock: Clock,
  signal: AbortSignal | undefined,
): ReturnType<TokenReader> {
  const proof = { client_assertion_type: assertionType, client_assertion: assertion };
  return grant(application, resource, proof, clock, signal);
}

function grant(
  application: ClientApplication,
  resource: string,
  proof: Readonly<Record<string, string>>,
  clock: Clock,
  signal: AbortSignal | undefined,
): ReturnType<TokenReader> {
  const form = {
    grant_type: 'client_credentials',
    client_id: application.clientId,
    scope: `${resource}/.default`,
    ...proof,
  };
  const request = {
    url: tokenEndpoint(application),
    method: 'POST' as const,
    headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
    body: new URLSearchParams(form).toString(),
  };
  return requestToken(request, request.url.host, clock, signal);
}

function tokenEndpoint({ authority, tenant }: ClientApplication): URL {
  return new URL(`/${encodeURIComponent(tenant)}/oauth2/v2.0/token`, authority);
}
