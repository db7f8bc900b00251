import { readFile } from 'node:fs/promises';
import { azTokens } from './az-tokens.ts';
import { AzureError } from './azure-error.ts';
import {
  type ClientApplication,
  clientCertificateTokens,
  clientSecretTokens,
  workloadIdentityTokens,
} from './client-tokens.ts';
import type { Clock } from './clock.ts';
import { appIdentity, machineIdentity, managedIdentityTokens } from './managed-identity-tokens.ts';
import type { TokenReader } from './token-source.ts';

/** The ways to sign in; `auto` is the first that the environment names, else the Azure CLI, and `env` the first of the next three. */
export const signIns = [
  'auto',
  'az',
  'env',
  'client-secret',
  'client-certificate',
  'workload-identity',
  'managed-identity',
  'token',
] as const;

export type SignIn = (typeof signIns)[number];

/** What the choice is made from. */
export interface SignInSurroundings {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: NodeJS.Platform;
  /** The origin that issues tokens. */
  readonly authority: string;
  readonly clock: Clock;
}

/** How to sign in, or what is missing for it. */
export type ChosenTokens =
  | { readonly signIn: SignIn; readonly read: TokenReader }
  | { readonly missing: string };

/** A variable that holds a token itself: for tests, and where nothing else is to be had. */
export const tokenVariable = 'LANDGUARD_AZURE_TOKEN';

const variables = {
  'client-secret': ['AZURE_TENANT_ID', 'AZURE_CLIENT_ID', 'AZURE_CLIENT_SECRET'],
  'client-certificate': ['AZURE_TENANT_ID', 'AZURE_CLIENT_ID', 'AZURE_CLIENT_CERTIFICATE_PATH'],
  'workload-identity': ['AZURE_TENANT_ID', 'AZURE_CLIENT_ID', 'AZURE_FEDERATED_TOKEN_FILE'],
  token: [tokenVariable],
} as const;

type EnvironmentSignIn = keyof typeof variables;

const ofApplications = ['client-secret', 'client-certificate', 'workload-identity'] as const;

/** Chooses by the variables that the Azure SDKs document (articles `azure/developer/javascript/sdk/authentication`, `EnvironmentCredential`). */
export function chooseTokenSource(wanted: SignIn, surroundings: SignInSurroundings): ChosenTokens {
  const { env } = surroundings;
  switch (wanted) {
    case 'auto': {
      const named = (['token', ...ofApplications] as const).find((one) => missingFor(one, env).length === 0);
      if (named !== undefined) return chooseTokenSource(named, surroundings);
      return chooseTokenSource(isSet(env.IDENTITY_ENDPOINT) ? 'managed-identity' : 'az', surroundings);
    }
    case 'env': {
      const named = ofApplications.find((one) => missingFor(one, env).length === 0);
      if (named !== undefined) return chooseTokenSource(named, surroundings);
      const last = ofApplications.map((one) => variables[one][2]).join(', ');
      return { missing: `AZURE_TENANT_ID, AZURE_CLIENT_ID and one of ${last} are needed` };
    }
    case 'az': {
      const tenant = isSet(env.AZURE_TENANT_ID) ? env.AZURE_TENANT_ID : undefined;
      if (tenant !== undefined && !isTenant(tenant)) return badTenant;
      return { signIn: 'az', read: azTokens({ ...surroundings, tenant }) };
    }
    case 'managed-identity':
      return { signIn: 'managed-identity', read: managedIdentity(surroundings) };
    default: {
      const missing = missingFor(wanted, env);
      if (missing.length > 0) return { missing: `${missing.join(' and ')} must be set` };
      if (wanted !== 'token' && !isTenant(env.AZURE_TENANT_ID!)) return badTenant;
      return { signIn: wanted, read: fromEnvironment(wanted, surroundings) };
    }
  }
}

const badTenant: ChosenTokens = { missing: 'AZURE_TENANT_ID must be the id or a domain of a tenant' };

function isTenant(text: string): boolean {
  return /^[0-9a-z][0-9a-z.-]{1,252}$/i.test(text);
}

function isSet(value: string | undefined): boolean {
  return value !== undefined && value !== '';
}

function missingFor(signIn: EnvironmentSignIn, env: SignInSurroundings['env']): string[] {
  return variables[signIn].filter((name) => !isSet(env[name]));
}

function managedIdentity({ env, clock }: SignInSurroundings): TokenReader {
  const clientId = isSet(env.AZURE_CLIENT_ID) ? env.AZURE_CLIENT_ID : undefined;
  const { IDENTITY_ENDPOINT: address, IDENTITY_HEADER: header } = env;
  if (address !== undefined && header !== undefined)
    return managedIdentityTokens(appIdentity(address, header, clientId), clock);
  return managedIdentityTokens(machineIdentity(clientId, env.AZURE_POD_IDENTITY_AUTHORITY_HOST), clock);
}

function fromEnvironment(
  signIn: EnvironmentSignIn,
  { env, authority, clock }: SignInSurroundings,
): TokenReader {
  const application: ClientApplication = {
    authority,
    tenant: env.AZURE_TENANT_ID ?? '',
    clientId: env.AZURE_CLIENT_ID ?? '',
  };
  switch (signIn) {
    case 'token': {
      const token = { token: env[tokenVariable]!, expiresOn: Number.POSITIVE_INFINITY };
      return () => Promise.resolve(token);
    }
    case 'client-secret':
      return clientSecretTokens(application, env.AZURE_CLIENT_SECRET!, clock);
    case 'workload-identity': {
      const path = env.AZURE_FEDERATED_TOKEN_FILE!;
      const read = () => readCredential(path, 'AZURE_FEDERATED_TOKEN_FILE');
      return workloadIdentityTokens(application, read, clock);
    }
    case 'client-certificate':
      return async (resource, signal) => {
        const name = 'AZURE_CLIENT_CERTIFICATE_PATH';
        const pem = await readCredential(env[name]!, name);
        const password = env.AZURE_CLIENT_CERTIFICATE_PASSWORD;
        return clientCertificateTokens(application, pem, password, clock)(resource, signal);
      };
  }
}

async function readCredential(path: string, variable: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new AzureError('sign-in', `the file that ${variable} names cannot be read: ${code ?? 'unknown'}`);
  }
}
