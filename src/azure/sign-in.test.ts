import { execFileSync } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { chmodSync, existsSync, readFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { inspect } from 'node:util';
import { jwtVerify } from 'jose';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../files/temporary-folder.case.ts';
import { chooseTokenSource, type SignIn } from './choose-token-source.ts';
import { reply, type SeenRequest, StandInServer } from './stand-in-server.case.ts';
import type { AccessToken } from './token-source.ts';
import { virtualClock } from './virtual-clock.case.ts';

const nothing = { tables: {}, lists: new Map(), singles: new Map() };
const resource = 'https://management.azure.com';
const tenant = '00000000-0000-0000-0000-00000000000a';
const client = '00000000-0000-0000-0000-00000000000c';
const application = { AZURE_TENANT_ID: tenant, AZURE_CLIENT_ID: client };
const now = Date.parse('2026-11-23T12:00:00Z');

/** Makes a certificate for one test, so that no private key has to be kept. */
const openssl = (process.env.PATH ?? '')
  .split(delimiter)
  .map((folder) => join(folder, 'openssl'))
  .find((path) => existsSync(path));

type Env = Readonly<Record<string, string | undefined>>;
type TokenAnswer = (seen: SeenRequest) => { status: number; body: Record<string, string | number> };

const granted: TokenAnswer = () => ({
  status: 200,
  body: { access_token: 'opaque-token', expires_in: 3599 },
});

/** Signs in against a token endpoint; the environment may name its address. */
async function signIn(
  wanted: SignIn,
  env: (origin: string) => Env,
  answer: TokenAnswer = granted,
): Promise<{ token: AccessToken; seen: SeenRequest; by: SignIn }> {
  const server = await StandInServer.start(nothing, {
    answer: (seen, response) => {
      const { status, body } = answer(seen);
      reply(response, status, body);
      return true;
    },
  });
  const surroundings = {
    env: env(server.origin),
    platform: process.platform,
    authority: server.origin,
    clock: virtualClock(now),
  };
  const chosen = chooseTokenSource(wanted, surroundings);
  if ('missing' in chosen) throw new Error(chosen.missing);
  const token = await chosen.read(resource);
  return { token, seen: server.requests[0]!, by: chosen.signIn };
}

describe('an application', () => {
  it('signs in with its secret', async () => {
    const { token, seen, by } = await signIn('auto', () => ({
      ...application,
      AZURE_CLIENT_SECRET: 'se cret&',
    }));
    expect([token, by]).toEqual([{ token: 'opaque-token', expiresOn: now + 3_599_000 }, 'client-secret']);
    expect(`${seen.method} ${seen.url.pathname}`).toBe(`POST /${tenant}/oauth2/v2.0/token`);
    expect(Object.fromEntries(new URLSearchParams(seen.body))).toEqual({
      grant_type: 'client_credentials',
      client_id: client,
      client_secret: 'se cret&',
      scope: `${resource}/.default`,
    });
  });

  it.skipIf(openssl === undefined)('signs in with its certificate (needs openssl)', async () => {
    const folder = temporaryFolder();
    const [key, certificate] = [join(folder, 'key.pem'), join(folder, 'certificate.pem')];
    const options = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-subj', '/CN=landguard', '-days', '1'];
    execFileSync(openssl!, [...options, '-keyout', key, '-out', certificate], { stdio: 'ignore' });
    const pem = readFileSync(key, 'utf8') + readFileSync(certificate, 'utf8');
    const path = join(temporaryFolder({ 'both.pem': pem }), 'both.pem');
    const { seen, by } = await signIn('env', () => ({ ...application, AZURE_CLIENT_CERTIFICATE_PATH: path }));
    expect(by).toBe('client-certificate');
    const form = new URLSearchParams(seen.body);
    expect(form.get('client_assertion_type')).toBe('urn:ietf:params:oauth:client-assertion-type:jwt-bearer');
    const x509 = new X509Certificate(pem);
    const { payload, protectedHeader } = await jwtVerify(form.get('client_assertion')!, x509.publicKey, {
      algorithms: ['PS256'],
      issuer: client,
      subject: client,
      audience: seen.url.href,
      currentDate: new Date(now),
    });
    expect(payload).toMatchObject({
      nbf: now / 1000,
      exp: now / 1000 + 300,
      jti: expect.stringMatching(/^[0-9a-f-]{36}$/),
    });
    const thumbprint = Buffer.from(x509.fingerprint256.replaceAll(':', ''), 'hex').toString('base64url');
    expect(protectedHeader).toEqual({ alg: 'PS256', typ: 'JWT', 'x5t#S256': thumbprint });
  });

  it('says when its certificate is none, without quoting it', async () => {
    const path = join(temporaryFolder({ 'a.pem': 'my private text' }), 'a.pem');
    const failing = signIn('client-certificate', () => ({
      ...application,
      AZURE_CLIENT_CERTIFICATE_PATH: path,
    }));
    const error: unknown = await failing.catch((reason: unknown) => reason);
    expect(error).toMatchObject({
      problem: 'sign-in',
      message: expect.stringContaining('certificate cannot be read'),
    });
    expect(inspect(error, { depth: 9 })).not.toContain('private text');
    const absent = signIn('client-certificate', () => ({
      ...application,
      AZURE_CLIENT_CERTIFICATE_PATH: `${path}x`,
    }));
    await expect(absent).rejects.toThrow('AZURE_CLIENT_CERTIFICATE_PATH names cannot be read: ENOENT');
  });

  it('signs in with the token of another issuer, read anew each time', async () => {
    const path = join(temporaryFolder({ token: 'federated\n' }), 'token');
    const { seen, by } = await signIn('auto', () => ({ ...application, AZURE_FEDERATED_TOKEN_FILE: path }));
    expect(by).toBe('workload-identity');
    expect(new URLSearchParams(seen.body).get('client_assertion')).toBe('federated');
  });

  it('is told why not, without what was sent', async () => {
    const refuse: TokenAnswer = () => ({
      status: 401,
      body: {
        error: 'invalid_client',
        error_description: 'AADSTS7000215: Invalid client secret my-secret provided',
      },
    });
    const failing = signIn('env', () => ({ ...application, AZURE_CLIENT_SECRET: 'my-secret' }), refuse);
    const error: unknown = await failing.catch((reason: unknown) => reason);
    const said = /^127\.0\.0\.1:\d+ gives no token: 401 invalid_client AADSTS7000215$/;
    expect(error).toMatchObject({ problem: 'sign-in', message: expect.stringMatching(said) });
    expect(inspect(error, { depth: 9 })).not.toContain('my-secret');
  });

  it('tries again when the endpoint is busy', async () => {
    let busy = 2;
    const answer: TokenAnswer = (seen) => (busy-- > 0 ? { status: 503, body: {} } : granted(seen));
    const { token } = await signIn('env', () => ({ ...application, AZURE_CLIENT_SECRET: 'x' }), answer);
    expect(token.token).toBe('opaque-token');
  });
});

describe('a managed identity', () => {
  const expires = { status: 200, body: { access_token: 'opaque-token', expires_on: '1795440000' } };

  it('of a machine is asked for at its metadata service', async () => {
    const env = (origin: string) => ({ AZURE_POD_IDENTITY_AUTHORITY_HOST: origin });
    const { token, seen } = await signIn('managed-identity', env, () => expires);
    expect(token).toEqual({ token: 'opaque-token', expiresOn: 1_795_440_000_000 });
    expect(`${seen.method} ${seen.url.pathname}`).toBe('GET /metadata/identity/oauth2/token');
    expect(seen.headers.metadata).toBe('true');
    expect(Object.fromEntries(seen.url.searchParams)).toEqual({ 'api-version': '2018-02-01', resource });
  });

  it('of an app is asked for at the address that the app is given', async () => {
    const env = (origin: string) => ({
      IDENTITY_ENDPOINT: `${origin}/msi/token`,
      IDENTITY_HEADER: 'header',
      AZURE_CLIENT_ID: client,
    });
    const { seen, by } = await signIn('auto', env, () => expires);
    expect(by).toBe('managed-identity');
    expect(seen.headers['x-identity-header']).toBe('header');
    expect(Object.fromEntries(seen.url.searchParams)).toEqual({
      'api-version': '2019-08-01',
      resource,
      client_id: client,
    });
  });
});

// A script stands for az, which Windows starts in another way.
describe.skipIf(process.platform === 'win32')('the Azure CLI', () => {
  /** An `az` on the path that is a script of ours. */
  function az(script: string): Env {
    const folder = temporaryFolder({ az: `#!/bin/sh\n${script}\n` });
    chmodSync(join(folder, 'az'), 0o755);
    return { PATH: [folder, dirname(process.execPath), process.env.PATH].join(delimiter) };
  }

  it('is asked for a token, without a shell', async () => {
    const env = az(
      `printf '{"accessToken":"%s","expires_on":1795440000,"expiresOn":"2026-11-23 13:00:00.000000"}' "$*"`,
    );
    const { token } = await signIn('az', () => ({ ...env, AZURE_TENANT_ID: 'contoso.example' }));
    expect(token).toEqual({
      token: `account get-access-token --resource ${resource} --tenant contoso.example -o json`,
      expiresOn: 1_795_440_000_000,
    });
  });

  it('may be an old one, which tells the local time', async () => {
    const env = az(`echo '{"accessToken":"x","expiresOn":"2026-11-23 13:00:00.000000"}'`);
    const { token, by } = await signIn('auto', () => env);
    expect([token.expiresOn, by]).toEqual([new Date(2026, 10, 23, 13).getTime(), 'az']);
  });

  it.each([
    [
      `echo 'ERROR: Please run az login to setup account.' >&2; exit 1`,
      'Please run az login to setup account.',
    ],
    [`echo 'Traceback' >&2; exit 1`, 'sign in with az login'],
    ['echo opaque-token', 'something else than a token'],
    [`echo '{"accessToken":""}'`, 'something else than a token'],
  ])('says what is wrong: %s', async (script, said) => {
    const error: unknown = await signIn('az', () => az(script)).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ problem: 'sign-in', message: expect.stringContaining(said) });
    expect(inspect(error)).not.toContain('opaque-token');
  });

  it('may be missing', async () => {
    const absent = signIn('az', () => ({ PATH: temporaryFolder() }));
    await expect(absent).rejects.toThrow('the Azure CLI is not installed, or not on the path');
  });
});

describe('the choice', () => {
  const choose = (wanted: SignIn, env: Env) => {
    const chosen = chooseTokenSource(wanted, {
      env,
      platform: 'linux',
      authority: 'https://login.microsoftonline.com',
      clock: virtualClock(),
    });
    return 'missing' in chosen ? chosen.missing : chosen.signIn;
  };

  it.each<[SignIn, Env, string]>([
    ['auto', {}, 'az'],
    ['auto', { LANDGUARD_AZURE_TOKEN: 'x', ...application, AZURE_CLIENT_SECRET: 'x' }, 'token'],
    ['auto', { ...application, AZURE_CLIENT_SECRET: '' }, 'az'],
    [
      'env',
      application,
      'AZURE_TENANT_ID, AZURE_CLIENT_ID and one of AZURE_CLIENT_SECRET, AZURE_CLIENT_CERTIFICATE_PATH, AZURE_FEDERATED_TOKEN_FILE are needed',
    ],
    ['client-secret', { AZURE_CLIENT_ID: client }, 'AZURE_TENANT_ID and AZURE_CLIENT_SECRET must be set'],
    ['token', {}, 'LANDGUARD_AZURE_TOKEN must be set'],
    [
      'client-secret',
      { ...application, AZURE_TENANT_ID: '../x', AZURE_CLIENT_SECRET: 'x' },
      'AZURE_TENANT_ID must be the id or a domain of a tenant',
    ],
    ['az', { AZURE_TENANT_ID: '--help' }, 'AZURE_TENANT_ID must be the id or a domain of a tenant'],
  ])('of %s with %j is %s', (wanted, env, expected) => {
    expect(choose(wanted, env)).toBe(expected);
  });

  it('can be a token itself', async () => {
    const { token } = await signIn('token', () => ({ LANDGUARD_AZURE_TOKEN: 'own' }));
    expect(token.token).toBe('own');
  });
});
