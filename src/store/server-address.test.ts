import { expect, it } from 'vitest';
import { temporaryFolder } from '../files/temporary-folder.case.ts';
import { parseServerAddress, type ServerAddress, shownServer } from './server-address.ts';

const secret = 'not-a-real-secret';
const base = `postgresql://contoso:${secret}@db.example.com:5433/landguard`;

function parse(text: string): ServerAddress {
  const address = parseServerAddress(text);
  if (typeof address === 'string') throw new Error(address);
  return address;
}

it.each<[string, boolean | undefined, boolean | undefined, boolean | undefined]>([
  // mode, optional, checks the certificate, checks the name
  ['', true, false, false],
  ['?sslmode=allow', true, false, false],
  ['?sslmode=prefer', true, false, false],
  ['?sslmode=require', false, false, false],
  ['?sslmode=verify-ca', false, true, false],
  ['?sslmode=verify-full', false, true, true],
])(
  '%j: without TLS %s, certificate checked %s, name checked %s',
  (query, optional, checksCertificate, checksName) => {
    const { tls } = parse(base + query);
    expect(tls?.optional).toBe(optional);
    expect(tls?.options.rejectUnauthorized !== false).toBe(checksCertificate);
    expect(checksCertificate && tls?.options.checkServerIdentity === undefined).toBe(checksName);
  },
);

it('needs no TLS where it is disabled', () => {
  expect(parse(`${base}?sslmode=disable`).tls).toBeUndefined();
});

it('reads certificates; with one of an authority, require checks it', () => {
  const folder = temporaryFolder({ 'ca.pem': 'authority', 'me.pem': 'certificate', 'me.key': 'key' });
  const query = `?sslmode=require&sslrootcert=${folder}/ca.pem&sslcert=${folder}/me.pem&sslkey=${folder}/me.key`;
  const { tls, connectionString } = parse(base + query);
  expect(tls?.options).toMatchObject({ ca: 'authority', cert: 'certificate', key: 'key' });
  expect(tls?.options.rejectUnauthorized).toBeUndefined();
  expect(connectionString).toBe(base);
});

it('leaves the rest of the address to the driver', () => {
  expect(parse(`${base}?sslmode=disable&application_name=x`).connectionString).toBe(
    `${base}?application_name=x`,
  );
});

it.each([
  [`mysql://contoso:${secret}@db/x`, 'it begins with `mysql:`, not with `postgresql:`'],
  [`db.example.com ${secret}`, 'it is not an address'],
  [`${base}?sslmode=${'sometimes'}`, '`sslmode` is one of disable, allow'],
  [`${base}?sslrootcert=/nowhere/ca.pem`, 'the file of `sslrootcert` cannot be read'],
])('says what is wrong, without the password: %#', (text, problem) => {
  const found = parseServerAddress(text);
  expect(found).toContain(problem);
  expect(found).not.toContain(secret);
});

it('shows neither user nor password', () => {
  expect(shownServer(`${base}?sslmode=require&password=${secret}`)).toBe(
    'postgresql://db.example.com:5433/landguard',
  );
  expect(shownServer(`nothing ${secret}`)).toBe('DATABASE_URL');
});
