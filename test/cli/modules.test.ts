import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../src/files/temporary-folder.case.ts';
import { sampleClone } from '../../src/library/module-clone.case.ts';
import { runCli } from './run-cli.case.ts';

describe('library', () => {
  it('adds, lists, shows, updates and removes the modules of a registry', async () => {
    const folder = temporaryFolder();
    const from = sampleClone();
    const library = (...args: string[]) => runCli(folder, ['library', ...args]);
    const line = `bicep-registry 2 modules · 4 versions · mcr.microsoft.com/bicep · added 2026-06-15 from ${from}\n`;
    expect(await library('add', 'bicep-registry', '--from', from)).toEqual({
      exitCode: 0,
      stdout: line,
      stderr: '',
    });
    expect((await library('list')).stdout).toContain(line);
    expect((await library('show', 'br/public:avm/res/storage/account')).stdout).toBe(
      'module avm/res/storage/account in bicep-registry (mcr.microsoft.com/bicep)\n0.10.0\n0.9.0\n0.10.0-preview\n',
    );
    expect((await library('show', 'avm/res/storage/account:0.9.0')).stdout).toContain(
      '"name": "storage 0.9.0"',
    );
    expect(await library('show', 'avm/res/storage/account:0.8.0')).toMatchObject({ exitCode: 2, stdout: '' });
    expect(await library('update', 'bicep-registry')).toMatchObject({ exitCode: 0, stdout: line });
    expect(await library('remove', 'bicep-registry')).toMatchObject({ exitCode: 0 });
    expect((await library('show', 'avm/res/storage/account')).exitCode).toBe(2);
  });

  it('adds those of a private registry', async () => {
    const folder = temporaryFolder();
    const args = ['library', 'add', 'contoso', '--from', sampleClone(), '--registry'];
    expect((await runCli(folder, [...args, 'contoso.azurecr.io/bicep'])).stdout).toContain(
      'contoso.azurecr.io/bicep',
    );
    expect(await runCli(folder, [...args, '!'])).toMatchObject({ exitCode: 2, stdout: '' });
  });

  it('is no source of policies when it holds modules', async () => {
    const folder = temporaryFolder({
      'main.json': JSON.stringify({
        $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#',
        contentVersion: '1.0.0.0',
        resources: [],
      }),
    });
    await runCli(folder, ['library', 'add', 'bicep-registry', '--from', sampleClone()]);
    expect(await runCli(folder, ['check', '.', '--policies', 'bicep-registry'])).toMatchObject({
      exitCode: 2,
    });
  });
});
