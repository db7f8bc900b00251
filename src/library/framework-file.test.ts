import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../files/temporary-folder.case.ts';
import { loadFrameworks, type PackedFramework, unpackFramework } from './framework-file.ts';

const packed: PackedFramework = {
  name: 'Contoso Code',
  initiative: '00000000-0000-0000-0000-00000000c0de',
  version: '1.0.0',
  groupPrefix: 'Contoso_Code_',
  controls: ['A-1', 'A-2', 'b.3'],
  titles: ['Lock the doors'],
  policies: { '00000000-0000-0000-0000-000000000001': [0, 2], '00000000-0000-0000-0000-000000000002': [9] },
};

describe('a framework', () => {
  const framework = unpackFramework(packed);

  it('has all its controls, with the titles that there are', () => {
    expect(framework.controls).toEqual([
      { id: 'A-1', title: 'Lock the doors' },
      { id: 'A-2', title: '' },
      { id: 'b.3', title: '' },
    ]);
  });

  it.each([
    ['00000000-0000-0000-0000-000000000001', ['A-1', 'b.3']],
    ['00000000-0000-0000-0000-000000000002', []],
    ['00000000-0000-0000-0000-000000000003', []],
    ['__proto__', []],
  ])('knows the controls of the policy %s', (policy, controls) => {
    expect(framework.controlsOfPolicy(policy.toUpperCase())).toEqual(policy === '__proto__' ? [] : controls);
  });

  it.each([
    ['Contoso_Code_A-2', 'A-2'],
    ['contoso_code_B.3', 'b.3'],
    ['Contoso_Code_A-2.', 'A-2'],
    ['Contoso_Code_A-9', undefined],
    ['Other_A-2', undefined],
  ])('knows the control of the group %s', (group, control) => {
    expect(framework.controlOfGroup(group)).toBe(control);
  });
});

describe('the frameworks of a facts folder', () => {
  const facts = fileURLToPath(new URL('../../facts', import.meta.url));

  it('are there, with whole benchmarks', () => {
    const { frameworks, diagnostics } = loadFrameworks(facts);
    expect(diagnostics).toEqual([]);
    expect(frameworks.length).toBeGreaterThan(60);
    const mcsb = frameworks.find(({ name }) => name === 'MCSB');
    expect(mcsb?.controls.length).toBe(86);
    expect(mcsb?.controls.every(({ title }) => title !== '')).toBe(true);
    const covered = new Set(
      mcsb?.controls
        .filter(({ id }) => mcsb.controlOfGroup(`Azure_Security_Benchmark_v3.0_${id}`))
        .map(({ id }) => id),
    );
    expect(covered.size).toBe(86);
  });

  it('that are broken are told', () => {
    const folder = temporaryFolder();
    expect(loadFrameworks(folder).diagnostics.map(({ code }) => code)).toEqual(['LG1006']);
    writeFileSync(join(folder, 'frameworks.json'), '{"frameworks": ');
    expect(loadFrameworks(folder)).toMatchObject({ frameworks: [], diagnostics: [{ code: 'LG1006' }] });
  });
});
