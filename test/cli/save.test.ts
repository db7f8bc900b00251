import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../../src/files/temporary-folder.case.ts';
import type { EstateReport } from '../../src/kernel/index.ts';
import { runCli } from './run-cli.case.ts';

const storage = (name: string, allowBlobPublicAccess: boolean) => ({
  id: `/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/rg/providers/Microsoft.Storage/storageAccounts/${name}`,
  type: 'Microsoft.Storage/storageAccounts',
  name,
  location: 'westeurope',
  properties: { allowBlobPublicAccess },
});
const assess = ['assess', 'estate', '-p', 'baseline:storage-no-anonymous-blobs', '--save', '-f', 'json'];

it('assess --save tells new findings from open, fixed and regressed ones', async () => {
  const folder = temporaryFolder({ 'estate/a.json': '[]' });
  const run = async (day: number, ...resources: object[]) => {
    writeFileSync(join(folder, 'estate/a.json'), JSON.stringify(resources));
    const now = () => new Date(Date.UTC(2026, 5, day));
    const { stdout, stderr, exitCode } = await runCli(folder, assess, { now });
    expect(exitCode, stdout + stderr).toBe(0);
    return JSON.parse(stdout) as EstateReport;
  };
  const states = ({ findings }: EstateReport) =>
    findings
      .filter(({ assignment }) => assignment !== '')
      .map(({ resource, lifecycle, firstSeen }) => [resource.name, lifecycle, firstSeen?.slice(0, 10)]);
  expect(states(await run(1, storage('sta', true), storage('stb', false)))).toEqual([
    ['sta', 'new', '2026-06-01'],
  ]);
  expect(states(await run(2, storage('sta', true), storage('stb', true)))).toEqual([
    ['sta', 'open', '2026-06-01'],
    ['stb', 'new', '2026-06-02'],
  ]);
  expect(states(await run(3, storage('sta', false), storage('stb', true)))).toEqual([
    ['stb', 'open', '2026-06-02'],
  ]);
  const last = await run(4, storage('sta', true), storage('stb', true));
  expect(states(last)).toEqual([
    ['sta', 'regressed', '2026-06-01'],
    ['stb', 'open', '2026-06-02'],
  ]);
  expect(last.history?.map(({ failing }) => failing)).toEqual([1, 2, 1, 2]);
  const { stdout } = await runCli(folder, ['diff', 'previous', 'last']);
  expect(stdout).toContain('1 new');
  expect(readFileSync(join(folder, 'estate/a.json'), 'utf8')).toContain('stb');
});
