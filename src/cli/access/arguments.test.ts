import { describe, expect, it } from 'vitest';
import { readAccess } from '../../access/index.ts';
import { memoryEstate } from '../../estate/index.ts';
import { temporaryFolder } from '../../files/temporary-folder.case.ts';
import type { Value } from '../../kernel/index.ts';
import { UsageError } from '../usage-error.ts';
import { exportedSources, loadAccessFacts } from './open-access.ts';
import { principalArgument } from './principal-argument.ts';
import { readJsonFile } from './read-json-file.ts';
import { resourceArgument } from './resource-argument.ts';
import { signInOf } from './sign-in-options.ts';

const facts = loadAccessFacts();
const subscription = '/subscriptions/00000000-0000-0000-0000-000000000001';
const site = `${subscription}/resourceGroups/rg-shop/providers/Microsoft.Web/sites/app-shop`;
const identity = '00000000-0000-0000-0000-0000000000a2';
const objects = [
  {
    '@odata.type': '#microsoft.graph.user',
    id: '00000000-0000-0000-0000-0000000000a1',
    displayName: 'Kim Berg',
    userPrincipalName: 'kim@contoso.example',
  },
  { id: subscription, type: 'microsoft.resources/subscriptions', name: 'Contoso shop', properties: {} },
  {
    id: `${subscription}/resourceGroups/rg-shop`,
    type: 'microsoft.resources/subscriptions/resourcegroups',
    name: 'rg-shop',
  },
  {
    id: site,
    type: 'Microsoft.Web/sites',
    name: 'app-shop',
    identity: { type: 'SystemAssigned', principalId: identity },
    properties: {},
  },
];
const { estate } = memoryEstate(objects as readonly Value[], '2026-06-15T00:00:00Z');

describe('a principal', () => {
  it.each([
    ['its id', '00000000-0000-0000-0000-0000000000A1'],
    ['its user principal name', 'KIM@contoso.example'],
    ['its display name', 'kim berg'],
  ])('is meant by %s', async (_, text) => {
    const model = await readAccess(estate, facts);
    expect(principalArgument(model, text)).toBe('00000000-0000-0000-0000-0000000000a1');
  });

  it('is meant by the resource that it is the identity of', async () => {
    expect(principalArgument(await readAccess(estate, facts), site.toUpperCase())).toBe(identity);
  });

  it('may be an id that nothing names, but no other text', async () => {
    const model = await readAccess(estate, facts);
    const stranger = '00000000-0000-0000-0000-0000000000ff';
    expect(principalArgument(model, stranger)).toBe(stranger);
    expect(() => principalArgument(model, 'stranger')).toThrow(UsageError);
  });
});

describe('a resource or scope', () => {
  it.each([
    ['/subscriptions/other', '/subscriptions/other'],
    ['Tenant', '/'],
    ['Contoso Shop', subscription],
    ['RG-SHOP', `${subscription}/resourceGroups/rg-shop`],
    ['app-shop', site],
  ])('%s is %s', async (text, id) => {
    expect(await resourceArgument(estate, text)).toBe(id);
  });

  it('must be there', async () => {
    await expect(resourceArgument(estate, 'rg-shops')).rejects.toThrow(
      'nothing in the estate is called `rg-shops`',
    );
  });
});

describe('what was exported', () => {
  it('is what the command line says, or else the configuration', () => {
    expect(exportedSources({}, { exported: ['Users', 'groupmembers'] })).toEqual(['users', 'groupMembers']);
    expect(exportedSources({ exported: ['users'] }, { exported: ['all'] })).toEqual(['users']);
    expect(exportedSources({ exported: ['all'] }, {})).toContain('denyAssignments');
  });

  it('is no source that an answer makes itself', () => {
    expect(exportedSources({ exported: ['all'] }, {})).not.toContain('conditions');
    expect(() => exportedSources({ exported: ['question'] }, {})).toThrow(UsageError);
  });
});

describe('a sign-in', () => {
  it('is what was said of it, and nothing else', () => {
    expect(signInOf({})).toEqual({});
    expect(signInOf({ app: 'a', client: 'other', userRisk: 'high', flow: 'none', platform: 'iOS' })).toEqual({
      target: { kind: 'application', id: 'a' },
      clientApp: 'other',
      userRisk: 'high',
      flow: 'none',
      platform: 'iOS',
    });
    expect(signInOf({ country: 'nl' }).location).toEqual({
      kind: 'address',
      ipAddress: undefined,
      country: 'NL',
    });
    expect(signInOf({ device: 'unregistered' }).device).toEqual({ isRegistered: false });
  });

  it('comes from an address', () => {
    expect(signInOf({ ip: '2001:db8::1' }).location).toMatchObject({ ipAddress: '2001:db8::1' });
    expect(() => signInOf({ ip: '999.1.1.1' })).toThrow(UsageError);
  });
});

describe('a log', () => {
  const folder = temporaryFolder({
    'list.json': '[1, 2]',
    'answer.json': '\uFEFF{ "value": [1, 2] }',
    'lines.ndjson': '{ "a": 1 }\r\n\n{ "a": 2 }\n',
    'broken.json': '[1,\n',
  });
  const read = (file: string) => readJsonFile(file, { workingFolder: folder });

  it('is a list, an answer or lines', () => {
    expect(read('list.json')).toEqual([1, 2]);
    expect(read('answer.json')).toEqual([1, 2]);
    expect(read('lines.ndjson')).toEqual([{ a: 1 }, { a: 2 }]);
  });

  it.each([
    ['broken.json', 'line 1 is no JSON'],
    ['missing.json', 'cannot read `missing.json`'],
  ])('%s is a usage error', (file, problem) => {
    expect(() => read(file)).toThrow(problem);
  });
});

describe('the facts that come with landguard', () => {
  it('know roles of Azure and of the directory, and which actions are on data', () => {
    expect(facts.role('8e3af657-a8ff-443c-a75c-2fe8c4bcb635')?.roleName).toBe('Owner');
    expect(facts.directoryRole('62e90394-69f5-4237-9190-012177145e10')?.roleName).toBe(
      'Global Administrator',
    );
    expect(facts.role('00000000-0000-0000-0000-000000000000')).toBeUndefined();
    expect(facts.isDataAction('microsoft.keyvault/vaults/secrets/getsecret/action')).toBe(true);
    expect(facts.isDataAction('microsoft.storage/storageaccounts/write')).toBe(false);
    expect(facts.builtIn().length).toBeGreaterThan(900);
  });
});
