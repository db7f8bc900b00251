import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../src/files/temporary-folder.case.ts';
import { root, runCli } from './run-cli.case.ts';

const assign = 'Microsoft.Authorization/roleAssignments/write';
const readSecret = 'Microsoft.KeyVault/vaults/secrets/getSecret/action';

/** Asks the example estate, of which everything was exported. */
function ask(...args: string[]) {
  return runCli(root, ['access', ...args, '--estate', 'examples/estate', '--exported', 'all']);
}

async function json(...args: string[]) {
  const { stdout, exitCode } = await ask(...args, '--json');
  return { answer: JSON.parse(stdout), exitCode };
}

describe('landguard access can', () => {
  it.each([
    [
      'sam.okafor@contoso.example',
      assign,
      '/subscriptions/00000000-0000-0000-0000-000000000005',
      'allowed',
      0,
    ],
    ['Sam Okafor', assign, 'rg-shop', 'notGranted', 1],
    ['Alex Moreau', 'Microsoft.Network/azureFirewalls/write', 'afw-hub', 'denied', 1],
    ['Robin Lindqvist', assign, 'Contoso analytics', 'allowedIf', 3],
    ['noor.haddad@contoso.example', readSecret, 'kv-analytics', 'allowed', 0],
  ])('answers for %s: %s on %s', async (principal, action, resource, verdict, code) => {
    const { answer, exitCode } = await json('can', principal, action, resource);
    expect([answer.verdict, exitCode]).toEqual([verdict, code]);
  });

  it('names the objects that an answer rests on', async () => {
    const { stdout } = await ask('can', 'Alex Moreau', 'Microsoft.Network/azureFirewalls/write', 'afw-hub');
    expect(stdout).toContain('deny assignment hub-is-deployed-by-its-stack');
    expect(stdout).toContain('Alex Moreau > sg-cluster-administrators');
    expect(stdout).toContain(
      '/providers/Microsoft.Authorization/roleAssignments/00000000-0000-0000-0001-000000000014',
    );
  });

  it('counts what can be activated only when asked to', async () => {
    const question = ['can', 'Noor Haddad', assign, 'rg-shop'];
    expect((await json(...question)).answer).toMatchObject({ verdict: 'notGranted', activatable: [{}] });
    expect((await json(...question, '--activate')).answer.verdict).toBe('allowed');
    expect((await json(...question, '--activate', '--at', '2025-01-01')).answer.verdict).toBe('notGranted');
  });

  it('never takes what was not exported for an answer', async () => {
    const folder = temporaryFolder({
      'estate/users.json': JSON.stringify({ userPrincipalName: 'a@contoso.example', id: '1' }),
    });
    const { stdout, exitCode } = await runCli(folder, [
      'access',
      'can',
      'a@contoso.example',
      assign,
      'tenant',
    ]);
    expect(exitCode).toBe(3);
    expect(stdout).toContain('not seen: no role assignments were exported');
  });
});

describe('arguments', () => {
  it.each([
    [['can', 'nobody', assign, 'rg-shop'], 'no principal of the estate is called `nobody`'],
    [['can', 'sam okafo', assign, 'rg-shop'], 'did you mean `Sam Okafor`?'],
    [['can', 'Sam Okafor', assign, 'rg-network'], '3 things are called `rg-network`; name one by its id'],
    [['can', 'Sam Okafor', assign, 'nowhere'], 'nothing in the estate is called `nowhere`'],
    [['can', 'Sam Okafor', assign, 'tenant', '--at', 'soon'], '--at takes a moment'],
    [['can', 'Sam Okafor', '', 'tenant'], 'an action is one such as'],
    [['can', 'Sam Okafor', 'Microsoft.Authorization/*', 'tenant'], 'but got `Microsoft.Authorization/*`'],
    [['who-can', '*', 'tenant'], 'but got `*`'],
    [['decide', 'Sam Okafor', assign, 'tenant', '--ip', '999.1.1.1'], '--ip takes an address'],
    [['decide', 'Sam Okafor', assign, 'tenant', '--method', 'telepathy'], '--method takes one'],
    [['diff', 'nowhere', 'examples/estate'], 'there is no estate at `nowhere`'],
    [['diff', 'examples/estate', 'nowhere'], 'there is no estate at `nowhere`'],
    [['who-can', assign, 'tenant', '--limit', 'few'], '--limit takes a number'],
    [['least-privilege', 'Sam Okafor', '--activity', 'none.json'], 'cannot read `none.json`'],
    [['conditional-access', 'what-if', 'Sam Okafor', '--country', 'Holland'], '--country takes two letters'],
  ])('%j is wrong', async (args, problem) => {
    const { exitCode, stderr, stdout } = await ask(...args);
    expect(exitCode).toBe(2);
    expect(stderr).toContain(problem);
    expect(stdout).toBe('');
  });

  it('tells principals of one name apart', async () => {
    const twins = ['1', '2'].map((digit) => ({
      '@odata.type': '#microsoft.graph.user',
      id: `00000000-0000-0000-0000-00000000000${digit}`,
      displayName: 'Kim Berg',
      userPrincipalName: `kim${digit}@contoso.example`,
    }));
    const folder = temporaryFolder({ 'estate/users.json': JSON.stringify(twins) });
    const can = (name: string) => runCli(folder, ['access', 'can', name, assign, 'tenant']);
    const { exitCode, stderr } = await can('Kim Berg');
    expect(exitCode).toBe(2);
    for (const digit of ['1', '2']) expect(stderr).toContain(`kim${digit}@contoso.example`);
    expect((await can('kim2@contoso.example')).exitCode).toBe(3);
  });

  it('warns of an action that nobody knows, and asks about it all the same', async () => {
    const { stderr, exitCode } = await ask(
      'can',
      'Sam Okafor',
      'Microsoft.Storage/storageAccounts/wrote',
      'rg-shop',
    );
    expect(stderr).toContain('LG8101');
    expect(exitCode).toBe(1);
  });

  it('refuses a source that there is not', async () => {
    const { stderr, exitCode } = await runCli(root, [
      'access',
      'review',
      '--estate',
      'examples/estate',
      '--exported',
      'everything',
    ]);
    expect([exitCode, stderr]).toEqual([2, expect.stringContaining('--exported takes all or one of')]);
  });

  it('takes the estate and what was exported from landguard.yaml', async () => {
    const folder = temporaryFolder({
      'landguard.yaml': 'estate: export\nexported: [all]\n',
      'export/users.json': JSON.stringify({
        userPrincipalName: 'a@contoso.example',
        id: '1',
        transitiveMemberOf: [],
      }),
    });
    const { exitCode } = await runCli(folder, ['access', 'can', 'a@contoso.example', assign, 'tenant']);
    expect(exitCode).toBe(1);
  });
});

describe('the other questions', () => {
  it('who-can follows groups to their members', async () => {
    const { answer } = await json('who-can', readSecret, 'kv-analytics');
    expect(answer.counts).toMatchObject({ allowed: 2, unknown: 0 });
    expect(answer.holders.map((one: { principal: { name: string } }) => one.principal.name).sort()).toEqual([
      'Jo Tanaka',
      'Noor Haddad',
    ]);
    const { stdout } = await ask('who-can', readSecret, 'kv-analytics', '--limit', '1');
    expect(stdout).toContain('and 1 more');
  });

  it('what-can gives patterns by scope', async () => {
    const { stdout } = await ask('what-can', 'Sam Okafor');
    expect(stdout).toContain('/subscriptions/00000000-0000-0000-0000-000000000005\n  *\n');
    expect((await ask('what-can', 'Kim Berg', '--directory')).stdout).toContain('has no role that is active');
  });

  it('explain says what the principal has that does not grant it', async () => {
    const { stdout, exitCode } = await ask('explain', 'Sam Okafor', assign, 'rg-shop');
    expect(stdout).toContain(
      'Owner at /subscriptions/00000000-0000-0000-0000-000000000005 has the action, but not for this resource',
    );
    expect(exitCode).toBe(1);
  });

  it('diff says who gained and lost what', async () => {
    const id = '/subscriptions/00000000-0000-0000-0000-000000000001';
    const user = {
      userPrincipalName: 'kim@contoso.example',
      id: '00000000-0000-0000-0000-0000000000a1',
      transitiveMemberOf: [],
    };
    const reader = {
      id: `${id}/providers/Microsoft.Authorization/roleAssignments/r`,
      properties: {
        roleDefinitionId: '/roleDefinitions/acdd72a7-3385-48ef-bd42-f606fba81ae7',
        principalId: user.id,
        scope: id,
      },
    };
    const folder = temporaryFolder({
      'june/all.json': JSON.stringify([user]),
      'july/all.json': JSON.stringify([user, reader]),
    });
    const diff = async (a: string, b: string) => (await runCli(folder, ['access', 'diff', a, b])).stdout;
    expect(await diff('june', 'july')).toContain('  + */read');
    expect(await diff('july', 'june')).toContain('  - */read');
    expect(await diff('july', 'july')).toBe('nobody gained or lost anything\n');
  });

  it('least-privilege compares what one has with what one did', async () => {
    const event = {
      authorization: {
        action: 'Microsoft.Storage/storageAccounts/write',
        scope: '/subscriptions/00000000-0000-0000-0000-000000000005/resourceGroups/rg-experiments',
      },
      caller: 'sam.okafor@contoso.example',
      eventTimestamp: '2026-06-01T00:00:00Z',
    };
    const folder = temporaryFolder({ 'activity.json': JSON.stringify([event]) });
    const args = ['access', 'least-privilege', 'Sam Okafor', '--activity', 'activity.json', '--json'];
    const { stdout } = await runCli(folder, [...args, '--estate', `${root}examples/estate`]);
    const [advice] = JSON.parse(stdout).advice;
    expect(advice).toMatchObject({
      roleName: 'Owner',
      advice: 'replace',
      used: { control: ['Microsoft.Storage/storageAccounts/write'] },
    });
  });

  it('review makes a sheet for each owner, with room for a decision', async () => {
    const csv = (
      await ask('review', '--format', 'csv', '--owner', 'sam.okafor@contoso.example')
    ).stdout.split('\r\n');
    expect(csv[0]).toContain('"decision","reason"');
    expect(csv).toHaveLength(3);
    expect(csv[1]).toContain('standingPrivilege');
    expect((await ask('review', '--format', 'markdown')).stdout).toContain('## data&#64;');
    expect(
      JSON.parse((await ask('review', '--format', 'json')).stdout).counts.standingPrivilege,
    ).toBeGreaterThan(0);
  });

  it('decide says known, trusted and allowed apart', async () => {
    const session = [
      '--method',
      'password',
      '--device',
      'unregistered',
      '--user-risk',
      'none',
      '--sign-in-risk',
      'none',
    ];
    const place = ['--client', 'browser', '--platform', 'windows', '--ip', '203.0.113.7', '--flow', 'none'];
    const { answer, exitCode } = await json(
      'decide',
      'Sam Okafor',
      assign,
      'rg-experiments',
      ...session,
      ...place,
    );
    expect([answer.known.outcome, answer.trusted.outcome, answer.allowed.outcome, exitCode]).toEqual([
      'no',
      'no',
      'no',
      1,
    ]);
    expect(answer.allowed.facts[0].text).toContain('CA003 Management of Azure: compliant device');
  });

  it('measures finds that a network is trusted', async () => {
    const { answer } = await json('measures');
    const measure = answer.find((one: { name: string }) => one.name === 'noImplicitTrust');
    expect(measure).toMatchObject({
      good: 1,
      of: 2,
      examples: ['CA001 All users: multifactor authentication'],
    });
  });

  it('escalations go from and to where they are asked, and none is 0', async () => {
    const { answer, exitCode } = await json(
      'escalations',
      '--from',
      'sg-cluster-administrators',
      '--to',
      'Contoso analytics',
    );
    expect(answer.paths[0].steps.map((step: { rule: { id: string } }) => step.rule.id)).toEqual([
      'attaches-identity-to-script',
      'assigns-roles',
    ]);
    expect(exitCode).toBe(1);
    expect((await json('escalations', '--from', 'Jo Tanaka')).exitCode).toBe(0);
  });

  it('what-if says which policy asks for what, and why others do not', async () => {
    const { stdout, exitCode } = await ask(
      'conditional-access',
      'what-if',
      'Kim Berg',
      '--client',
      'other',
      '--flow',
      'none',
    );
    expect(exitCode).toBe(1);
    expect(stdout).toContain('CA002 All users: no legacy authentication');
  });

  it('replay says who would be blocked by a proposal', async () => {
    const record = (clientAppUsed: string) => ({
      id: clientAppUsed,
      createdDateTime: '2026-06-01T08:00:00Z',
      userId: '00000000-0000-0000-0002-000000000000',
      resourceId: '797f4846-ba00-4fd7-ba43-dac1f8f63013',
      clientAppUsed,
      status: { errorCode: 0 },
    });
    const proposal = {
      id: 'p',
      displayName: 'No legacy',
      state: 'enabled',
      conditions: {
        clientAppTypes: ['other'],
        users: { includeUsers: ['All'] },
        applications: { includeApplications: ['All'] },
      },
      grantControls: { operator: 'OR', builtInControls: ['block'] },
    };
    const folder = temporaryFolder({
      'log.ndjson': ['Browser', 'IMAP4'].map((one) => JSON.stringify(record(one))).join('\n'),
      'proposal.json': JSON.stringify(proposal),
      'broken.json': '{ "a": 1 }\n{',
    });
    const replay = (...args: string[]) =>
      runCli(folder, [
        'access',
        'conditional-access',
        'replay',
        ...args,
        '--estate',
        `${root}examples/estate`,
      ]);
    expect((await replay('log.ndjson', '--proposed', 'proposal.json')).stdout).toContain(
      '2 sign-ins: 1 would be blocked, 0 prompted, 1 unchanged, 0 undecided',
    );
    expect((await replay('broken.json')).stderr).toContain('is neither JSON nor NDJSON: line 2 is no JSON');
  });

  it('does not answer for a tenant whose policies were not exported', async () => {
    const folder = temporaryFolder({
      'estate/users.json': JSON.stringify({ userPrincipalName: 'a@contoso.example', id: '1' }),
    });
    const { stdout, stderr, exitCode } = await runCli(folder, ['access', 'conditional-access', 'coverage']);
    expect([exitCode, stdout]).toEqual([3, 'not known: there are no policies to look at\n']);
    expect(stderr).toContain('LG8102');
  });
});

describe('landguard check --grants', () => {
  it('says what a deployment lets whom do, beside what they can do today', async () => {
    const assignment = {
      type: 'Microsoft.Authorization/roleAssignments',
      apiVersion: '2022-04-01',
      name: '00000000-0000-0000-0000-00000000000a',
      properties: {
        principalId: '00000000-0000-0000-0002-000000000002',
        principalType: 'User',
        roleDefinitionId:
          "[subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '8e3af657-a8ff-443c-a75c-2fe8c4bcb635')]",
      },
    };
    const folder = temporaryFolder({
      'main.json': JSON.stringify({
        $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#',
        contentVersion: '1.0.0.0',
        resources: [assignment],
      }),
    });
    const check = (...args: string[]) => runCli(folder, ['check', '--grants', ...args]);
    const { stdout, exitCode } = await check();
    expect(stdout).toContain(
      'lets the user 00000000-0000-0000-0002-000000000002 do everything in the resource group that is deployed to',
    );
    expect(exitCode).toBe(1);
    const target = [
      '--subscription',
      '00000000-0000-0000-0000-000000000005',
      '--resource-group',
      'rg-experiments',
    ];
    const known = await check('--estate', `${root}examples/estate`, ...target);
    expect(known.stdout).toContain(
      'lets the user Sam Okafor do everything in the resource group rg-experiments',
    );
    expect(known.stdout).toContain('it can do all of this today');
    const report = JSON.parse((await check('-f', 'json')).stdout);
    const { fingerprint } = report.grants[0];
    const explained = await runCli(folder, ['explain', fingerprint, '--grants']);
    expect(explained.stdout).toContain('can         do everything');
  });
});
