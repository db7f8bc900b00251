import { chmodSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../src/files/temporary-folder.case.ts';
import {
  account,
  bicepCases,
  type FixCase,
  fixed,
  fixedIn,
  isOpen,
  jsonCases,
  oldTls,
  openPolicies,
  storagePolicy,
  template,
} from './fix.case.ts';
import { reportOf, runCli } from './run-cli.case.ts';

const open = template(account('{ "publicNetworkAccess": "Enabled" }'));
const closed = open.replace('Enabled', 'Disabled');
const openFiles = { 'infra/main.json': open, ...openPolicies };

/** The fix changes what it should, no byte else, and leaves nothing to find or to change. */
async function expectFixed(
  { files, changes, policies = openPolicies }: FixCase,
  lineEnd: string,
): Promise<void> {
  const asWritten = (text: string) => text.replaceAll('\n', lineEnd);
  const all = Object.fromEntries(Object.entries(files).map(([path, text]) => [path, asWritten(text)]));
  const { exitCode, stdout, stderr, read, folder } = await fixed({ ...all, ...policies });
  expect({ exitCode, stderr }, stdout).toEqual({ exitCode: 0, stderr: '' });
  expect(stdout).toContain('fixed ');
  for (const [path, text] of Object.entries(all)) {
    const [from, to] = changes[path] ?? ['', ''];
    expect(text).toContain(asWritten(from));
    expect(read(path)).toBe(text.replace(asWritten(from), asWritten(to)));
  }
  const again = await fixedIn(folder);
  expect(again).toMatchObject({ exitCode: 0, stderr: '' });
  expect(again.stdout).toMatch(/^fixed 0 of 0 findings\n/);
  for (const [path] of Object.entries(all))
    expect(readdirSync(join(folder, path, '..')).filter((name) => name.startsWith('.'))).toEqual([]);
}

describe('check --fix changes', () => {
  for (const [ends, lineEnd] of [
    ['\\n', '\n'],
    ['\\r\\n', '\r\n'],
  ] as const) {
    it.each(Object.entries(jsonCases))(`%s of a JSON template with ${ends}`, (_, one) =>
      expectFixed(one, lineEnd),
    );
    it.each(Object.entries(bicepCases))(`%s of a Bicep file with ${ends}`, (_, one) =>
      expectFixed(one, lineEnd),
    );
  }

  it('several things of one file at once, and files of several findings', async () => {
    const policies = { ...openPolicies, 'policies/tls.json': storagePolicy('tls', oldTls) };
    const { exitCode, stdout, read } = await fixed({
      'infra/a.json': template(`${account('{ "publicNetworkAccess": "Enabled" }')},${account('{}', 'st2')}`),
      'infra/b.json': open,
      ...policies,
    });
    expect(stdout).toContain('fixed 6 of 6 findings in 2 files');
    expect(exitCode).toBe(0);
    expect(read('infra/a.json').match(/TLS1_2/g)).toHaveLength(2);
  });

  it('one property for two policies', async () => {
    const { exitCode, read } = await fixed({
      ...openFiles,
      'policies/two.json': storagePolicy('two', isOpen),
    });
    expect(exitCode).toBe(0);
    expect(read('infra/main.json')).toBe(closed);
  });

  it('a property so that all policies agree, though the first idea of one breaks another', async () => {
    const tls = 'Microsoft.Storage/storageAccounts/minimumTlsVersion';
    const { exitCode, stdout, read } = await fixed({
      'infra/main.json': template(account('{ "minimumTlsVersion": "TLS1_0" }')),
      'policies/a.json': storagePolicy('a', { field: tls, notIn: ['TLS1_1', 'TLS1_2'] }),
      'policies/b.json': storagePolicy('b', { field: tls, equals: 'TLS1_1' }),
    });
    expect(read('infra/main.json')).toContain('"TLS1_2"');
    expect(stdout).toContain('fixed 1 of 1 finding in 1 file');
    expect(exitCode).toBe(0);
  });
});

describe('check --fix leaves', () => {
  it('what would break another policy', async () => {
    const files = {
      ...openFiles,
      'policies/never.json': storagePolicy('never', {
        field: 'Microsoft.Storage/storageAccounts/publicNetworkAccess',
        equals: 'Disabled',
      }),
    };
    const { exitCode, stdout, read } = await fixed(files);
    expect(read('infra/main.json')).toBe(open);
    expect(stdout).toContain('fixed 0 of 1 finding\n');
    expect(stdout).toMatch(/Rule open \(st\): .*Rule never/);
    expect(exitCode).toBe(1);
  });

  it('a value that another resource needs as it is', async () => {
    const shared = `{ "publicNetworkAccess": "[variables('access')]" }`;
    const one = template(
      `${account(shared)},${account(shared, 'other')}`,
      '\n  "variables": { "access": "Enabled" },',
    );
    const { exitCode, stdout, read } = await fixed({
      'infra/main.json': one,
      'policies/a.json': storagePolicy('a', { allOf: [{ field: 'name', equals: 'st' }, isOpen] }),
      'policies/b.json': storagePolicy('b', {
        allOf: [
          { field: 'name', equals: 'other' },
          { field: 'Microsoft.Storage/storageAccounts/publicNetworkAccess', equals: 'Disabled' },
        ],
      }),
    });
    expect(read('infra/main.json')).toBe(one);
    expect(stdout).toContain('it would break `Rule b` for other');
    expect(exitCode).toBe(1);
  });

  it.each<[string, string, string, object]>([
    [
      'a computed value',
      account(`{ "publicNetworkAccess": "[toUpper('enabled')]" }`),
      'the value is computed',
      isOpen,
    ],
    ['what only a person knows', account('{}'), 'it needs a person', { field: 'tags.owner', exists: false }],
    [
      'what is not known',
      account(`{ "publicNetworkAccess": "[reference('x').access]" }`),
      'it is undecided',
      isOpen,
    ],
    [
      'a value that may not be given',
      account(`{ "publicNetworkAccess": "[parameters('access')]" }`),
      'the patch is not safe',
      isOpen,
    ],
  ])('%s', async (_, resource, reason, condition) => {
    const text = template(
      resource,
      '\n  "parameters": { "access": { "type": "string", "defaultValue": "Enabled", "allowedValues": ["Enabled"] } },',
    );
    const { stdout, read } = await fixed({
      'infra/main.json': text,
      'policies/a.json': storagePolicy('a', condition),
    });
    expect(stdout).toContain(reason);
    expect(read('infra/main.json')).toBe(text);
  });

  it('lines that hold a secret, which it does not print', async () => {
    const text = template(account('{ "adminPassword": "Pa55word-old", "publicNetworkAccess": "Enabled" }'));
    const { stdout, read } = await fixed({ ...openFiles, 'infra/main.json': text });
    expect(stdout).toContain('it needs a person: the line holds a secret');
    expect(stdout).not.toContain('Pa55word');
    expect(read('infra/main.json')).toBe(text);
  });

  it.each<[string, (folder: string) => void, string]>([
    [
      'files that are not in UTF-8',
      (folder) => writeFileSync(join(folder, 'infra/main.json'), Buffer.from(`\ufeff${open}`, 'utf16le')),
      'it is not in UTF-8',
    ],
    [
      'files outside the working folder',
      (folder) => {
        const outside = temporaryFolder({ 'main.json': open });
        symlinkSync(join(outside, 'main.json'), join(folder, 'infra/linked.json'));
        writeFileSync(join(folder, 'infra/main.json'), template(''));
      },
      'it is outside the working folder',
    ],
  ])('%s', async (_, prepare, reason) => {
    const folder = temporaryFolder(openFiles);
    prepare(folder);
    const target = reason.includes('outside') ? 'infra/linked.json' : 'infra';
    const { stdout } = await runCli(folder, ['check', target, '-p', 'policies', '--fix']);
    expect(stdout).toContain(`cannot be changed: ${reason}`);
    expect(stdout).toContain('fixed 0 of 1 finding\n');
  });
});

describe('check --fix', () => {
  it('shows the difference first, then what was fixed, then the check', async () => {
    const { stdout } = await fixed(openFiles);
    const at = [
      '--- a/infra/main.json',
      '-      "properties"',
      '+      "properties"',
      'fixed 1 of 1',
      'Rule open (st)',
    ].map((text) => stdout.indexOf(text));
    expect(at).toEqual([...at].sort((a, b) => a - b));
    expect(at).not.toContain(-1);
  });

  it('keeps the mode and the byte order mark', async () => {
    const folder = temporaryFolder({ ...openFiles, 'infra/main.json': `\ufeff${open}` });
    const path = join(folder, 'infra/main.json');
    chmodSync(path, 0o640);
    await fixedIn(folder);
    expect(readFileSync(path, 'utf8')).toBe(`\ufeff${closed}`);
    expect(statSync(path).mode & 0o777).toBe(0o640);
    expect(readdirSync(join(folder, 'infra'))).toEqual(['main.json']);
  });

  it.each<[string, string, boolean]>([
    ['y', 'y', true],
    ['yes', ' Yes ', true],
    ['nothing', '', false],
    ['n', 'n', false],
  ])('asks at a terminal and takes %s for an answer', async (_, answer, isMade) => {
    const questions: string[] = [];
    const ask = (question: string) => {
      questions.push(question);
      return Promise.resolve(answer);
    };
    const { exitCode, stdout, read } = await fixed(openFiles, [], { ask });
    expect(questions).toEqual(['Change this file? [y/N] ']);
    expect(read('infra/main.json')).toBe(isMade ? closed : open);
    expect(stdout.includes('nothing was changed')).toBe(!isMade);
    expect(exitCode).toBe(isMade ? 0 : 1);
  });

  it('does not ask with --yes, nor where there is nothing to change', async () => {
    const ask = () => Promise.reject(new Error('asked'));
    expect((await fixed(openFiles, ['--yes'], { ask })).exitCode).toBe(0);
    expect((await fixed({ ...openFiles, 'infra/main.json': closed }, [], { ask })).exitCode).toBe(0);
  });

  it('refuses a file that has changed in the meantime, and writes no other', async () => {
    const folder = temporaryFolder({ ...openFiles, 'infra/b.json': open });
    const later = `${open}\n`;
    const ask = () => {
      writeFileSync(join(folder, 'infra/main.json'), later);
      return Promise.resolve('y');
    };
    const { exitCode, stderr } = await fixedIn(folder, [], { ask });
    expect(stderr).toContain('LG5014');
    expect(stderr).toContain('infra/main.json');
    expect(exitCode).toBe(2);
    expect(readFileSync(join(folder, 'infra/b.json'), 'utf8')).toBe(open);
    expect(readFileSync(join(folder, 'infra/main.json'), 'utf8')).toBe(later);
  });

  it('prints reports for machines alone to the standard output', async () => {
    const { stdout, stderr } = await fixed(openFiles, ['-f', 'json']);
    expect(JSON.parse(stdout)).toMatchObject({ findings: [] });
    expect(stderr).toContain('fixed 1 of 1 finding in 1 file');
    expect((await fixed(openFiles, ['--quiet'])).stdout).toMatch(
      /^fixed 1 of 1 finding in 1 file\n(?!.*Rule)/,
    );
  });

  it.each([[['--dry-run']], [['--yes']]])('is needed for %j', async (args) => {
    const folder = temporaryFolder(openFiles);
    const { exitCode, stderr } = await runCli(folder, ['check', 'infra', '-p', 'policies', ...args]);
    expect(stderr).toContain(`${args[0]} goes with --fix`);
    expect(exitCode).toBe(2);
  });
});

describe('check --fix --dry-run', () => {
  it('prints a difference that git can apply, and changes nothing', async () => {
    const { exitCode, stdout, stderr, read, folder } = await fixed(openFiles, ['--dry-run']);
    expect(read('infra/main.json')).toBe(open);
    expect(stdout).toMatch(/^--- a\/infra\/main\.json\n\+\+\+ b\/infra\/main\.json\n@@ /);
    expect(stderr).toContain('would fix 1 of 1 finding in 1 file');
    expect(exitCode).toBe(1);
    const { execFileSync } = await import('node:child_process');
    execFileSync('git', ['apply', '-'], { cwd: folder, input: stdout });
    expect(read('infra/main.json')).toBe(closed);
  });

  it.each<[string, Record<string, string>, number]>([
    ['nothing would change', { 'infra/main.json': closed }, 0],
    ['the input is broken', { 'infra/broken.json': open.slice(0, -3) }, 2],
  ])('says by its exit code that %s', async (_, files, expected) => {
    const { exitCode } = await fixed({ ...openFiles, ...files }, ['--dry-run']);
    expect(exitCode).toBe(expected);
  });
});

it('remediate shows the same change of a Bicep file, and its proof', async () => {
  const { files } = bicepCases['a default']!;
  const folder = temporaryFolder({ ...files, ...openPolicies });
  const { findings } = await reportOf(folder, ['infra', '-p', 'policies']);
  const { fingerprint = '' } = findings[0] ?? {};
  const { stdout, exitCode } = await runCli(folder, ['remediate', fingerprint, 'infra', '-p', 'policies']);
  expect(stdout).toContain(
    "-param access string = 'Enabled' // why\n+param access string = 'Disabled' // why\n",
  );
  expect(stdout).toContain('the edited code is compliant');
  expect(exitCode).toBe(0);
});
