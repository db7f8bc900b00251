import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { servedIds } from '../../azure/collection.case.ts';
import { childModes, cloudNames, signIns } from '../../azure/index.ts';
import { reply, type StandInOptions, StandInServer } from '../../azure/stand-in-server.case.ts';
import { smallTenant } from '../../azure/tenant.case.ts';
import { openEstateFolder } from '../../estate-files/index.ts';
import { temporaryFolder } from '../../files/temporary-folder.case.ts';
import { UsageError } from '../usage-error.ts';
import { collectCommand } from './collect.ts';

const tenant = smallTenant({ subscriptions: 1, each: 1 });

interface Outcome {
  readonly exitCode: number | undefined;
  readonly stdout: string;
  readonly stderr: string;
  /** What was wrong with the use. */
  readonly usage: string;
}

async function collect(
  folder: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  isTerminal = false,
): Promise<Outcome> {
  const out: string[] = [];
  const err: string[] = [];
  let exitCode: number | undefined;
  let ticks = 0;
  const output = (texts: string[]) => ({
    write: (text: string) => void texts.push(text),
    isTerminal,
    columns: 80,
  });
  const program = new Command().exitOverride();
  const surroundings = {
    workingFolder: folder,
    env: { NO_COLOR: '1', ...env },
    platform: process.platform,
    home: folder,
    stdout: output(out),
    stderr: output(err),
    now: () => new Date('2026-11-23T12:00:00Z'),
    ticks: () => (ticks += 700),
  };
  collectCommand(program, surroundings, (code) => {
    exitCode = code;
  });
  let usage = '';
  try {
    await program.parseAsync(['collect', 'azure', ...args], { from: 'user' });
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    usage = error.message;
  }
  return { exitCode, stdout: out.join(''), stderr: err.join(''), usage };
}

/** A server that accepts one token, and what makes the command use it. */
async function standIn(options: StandInOptions = {}) {
  const server = await StandInServer.start(tenant, options);
  return { LANDGUARD_ARM_ENDPOINT: server.origin, LANDGUARD_AZURE_TOKEN: server.nextToken() };
}

const wanted = ['estate', '--auth', 'token', '--management-group', 'contoso'];

function textsIn(folder: string): string {
  return readdirSync(folder, { recursive: true, withFileTypes: true, encoding: 'utf8' })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => {
      const bytes = readFileSync(join(parentPath, name));
      return (name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
    })
    .join('\n');
}

describe('landguard collect azure', () => {
  it('writes a folder that is an estate, and says what is in it', async () => {
    const folder = temporaryFolder();
    const { exitCode, stdout, stderr } = await collect(folder, wanted, await standIn());
    expect([exitCode, stderr]).toEqual([0, '']);
    const [first, ...rows] = stdout.trimEnd().split('\n');
    expect(first).toBe(
      `collected ${servedIds(tenant).length} objects into estate: 1 subscriptions, 2 management groups`,
    );
    expect(rows).toContainEqual(expect.stringMatching(/^ {2}resources +3$/));
    const { estate, diagnostics } = await openEstateFolder('estate', { workingFolder: folder });
    expect(diagnostics.filter(({ level }) => level === 'error')).toEqual([]);
    expect(estate.resourceCounts.get('microsoft.sql/servers/auditingsettings')).toBe(1);
    expect(estate.governance.map(({ kind }) => kind).sort()).toEqual([
      'assignment',
      'assignment',
      'definition',
      'exemption',
    ]);
    const corp = estate.scopes.get('/providers/Microsoft.Management/managementGroups/corp');
    expect(corp?.parentId).toMatch(/contoso$/);
  });

  it('leaves no token and no secret in the folder or in what it prints', async () => {
    const folder = temporaryFolder();
    const env = await standIn();
    const { stdout, stderr } = await collect(folder, wanted, env);
    const everything = textsIn(folder) + stdout + stderr;
    expect(everything).toContain('(redacted)');
    expect(everything).not.toMatch(/token-\d|not-to-be-seen/);
  });

  it('goes on where it was interrupted, when it is told to', async () => {
    const folder = temporaryFolder();
    const failing: StandInOptions = {
      answer: ({ body }, response) => {
        if (!body.includes('"resources |')) return false;
        reply(response, 403, { error: { code: 'AccessDenied', message: '' } });
        return true;
      },
    };
    const first = await collect(folder, wanted, await standIn(failing));
    expect(first.usage).toBe(
      'Resource Graph refuses resources: 403 AccessDenied; --resume goes on from here',
    );
    const env = await standIn();
    const forgotten = await collect(folder, wanted, env);
    expect(forgotten.usage).toBe(
      'a collection was begun in `estate`; go on with --resume, or name a new folder',
    );
    const changed = await collect(folder, [...wanted, '--resume', '--children', 'all'], env);
    expect(changed.usage).toContain('begun with other options');
    const { exitCode, stdout } = await collect(folder, [...wanted, '--resume'], env);
    expect([exitCode, stdout]).toEqual([
      0,
      expect.stringContaining(`collected ${servedIds(tenant).length} objects`),
    ]);
  });

  it('warns of what was refused', async () => {
    const env = await standIn({
      answer: ({ url }, response) => {
        if (!url.pathname.endsWith('/auditingSettings')) return false;
        reply(response, 403, { error: { code: 'AuthorizationFailed', message: '' } });
        return true;
      },
    });
    const { exitCode, stdout, stderr } = await collect(temporaryFolder(), [...wanted, '--quiet'], env);
    expect([exitCode, stdout]).toEqual([0, '']);
    expect(stderr).toMatch(
      /warning LG6100 {2}1 reads were refused \(403 AuthorizationFailed: 1\), the first of `\/subscriptions\/.*\/auditingSettings`/,
    );
  });

  it('shows how far it is on a terminal, and leaves nothing of it', async () => {
    const { stderr } = await collect(temporaryFolder(), wanted, await standIn(), true);
    expect(stderr).toContain('\r\u001b[Kresources: 3 of 3');
    expect(stderr.endsWith('\r\u001b[K')).toBe(true);
  });
});

describe('the use of it', () => {
  it.each([
    [
      ['estate', '--auth', 'client-secret'],
      {},
      'cannot sign in: AZURE_TENANT_ID and AZURE_CLIENT_ID and AZURE_CLIENT_SECRET must be set',
    ],
    [
      ['estate', '--management-group', 'a/b'],
      {},
      '--management-group takes the name of a management group, but got `a/b`',
    ],
    [
      ['estate', '--subscription', 'production'],
      {},
      '--subscription takes the id of a subscription, but got `production`',
    ],
    [
      ['estate'],
      { LANDGUARD_ARM_ENDPOINT: 'http://127.0.0.1:1' },
      'LANDGUARD_ARM_ENDPOINT is for tests: an http://127.0.0.1 address, with --auth token',
    ],
    [
      ['estate', '--auth', 'token'],
      { LANDGUARD_ARM_ENDPOINT: 'https://contoso.example' },
      'LANDGUARD_ARM_ENDPOINT is for tests: an http://127.0.0.1 address, with --auth token',
    ],
  ])('%j is refused', async (args, env, message) => {
    const { usage, exitCode } = await collect(temporaryFolder(), args, env as Record<string, string>);
    expect([usage, exitCode]).toEqual([message, undefined]);
  });

  it('never mixes a folder that is in use', async () => {
    const folder = temporaryFolder({ 'estate/notes.txt': 'mine', file: 'a file' });
    expect((await collect(folder, wanted, {})).usage).toBe('`estate` is not empty; name a new folder');
    const file = await collect(folder, ['file', '--auth', 'token'], {});
    expect(file.usage).toBe('cannot write into `file`: a part of its path is not a folder');
  });

  it('offers what the room knows', () => {
    const program = new Command();
    const nothing = { write: () => {}, isTerminal: false, columns: 80 };
    const surroundings = {
      workingFolder: '.',
      env: {},
      platform: process.platform,
      home: '.',
      stdout: nothing,
      stderr: nothing,
      now: () => new Date(),
      ticks: () => 0,
    };
    collectCommand(program, surroundings, () => {});
    const options = program.commands[0]!.commands[0]!.options;
    const choices = (flag: string) => options.find(({ long }) => long === flag)!.argChoices;
    expect([choices('--cloud'), choices('--auth'), choices('--children')]).toEqual([
      [...cloudNames],
      [...signIns],
      [...childModes],
    ]);
  });
});
