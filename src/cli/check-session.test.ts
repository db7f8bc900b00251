import { describe, expect, it } from 'vitest';
import { files, main, workspace } from '../../test/lsp/workspace.case.ts';
import { openCheckSession } from './check-session.ts';
import type { Surroundings } from './surroundings.ts';

function surroundings(workingFolder: string): Surroundings {
  const output = { write: () => {}, isTerminal: false, columns: undefined };
  return {
    workingFolder,
    env: { LANDGUARD_LIBRARY: `${workingFolder}/.library` },
    platform: process.platform,
    home: workingFolder,
    stdout: output,
    stderr: output,
    now: () => new Date('2026-06-15T12:00:00Z'),
    ticks: () => 0,
  };
}

const policiesFound = (result: { report: { findings: readonly { policy: { name: string } }[] } }) =>
  result.report.findings.map(({ policy }) => policy.name);

describe('a session', () => {
  it('checks texts that are not saved, again and again, and the disk between', async () => {
    const session = await openCheckSession({}, surroundings(workspace()));
    const check = (text?: string) => {
      const overlay = new Map(text === undefined ? [] : [['infra/main.json', text]]);
      return policiesFound(session.check(session.find([], overlay), undefined, overlay));
    };
    const all = ['storage-tls', 'storage-access', 'storage-tls'];
    expect(check()).toEqual(all);
    expect(check(main.replace('Enabled', 'Disabled'))).toEqual(['storage-tls', 'storage-tls']);
    expect(check('{')).toEqual(['storage-tls']);
    expect(check()).toEqual(all);
  });

  it('takes a linked template from the texts that are not saved', async () => {
    const session = await openCheckSession({}, surroundings(workspace()));
    const text = files['infra/modules/storage.json']!.replace('"Disabled"', '"Enabled"');
    const overlay = new Map([['infra/modules/storage.json', text]]);
    const result = session.check(session.find(['infra/main.json'], overlay), undefined, overlay);
    expect(policiesFound(result)).toEqual(['storage-tls', 'storage-access', 'storage-access', 'storage-tls']);
  });

  it('takes landguard.yaml from them, too', async () => {
    const folder = workspace();
    const overlay = new Map([['landguard.yaml', 'policies: policies/tls.json\nfailon: high\n']]);
    const session = await openCheckSession({}, surroundings(folder), overlay);
    expect(session.config.policies).toBe('policies/tls.json');
    expect(session.diagnostics.map(({ code, file }) => `${code} ${file}`)).toEqual(['LG5001 landguard.yaml']);
    expect(session.policyPaths).toEqual([`${folder}/policies/tls.json`]);
  });
});
