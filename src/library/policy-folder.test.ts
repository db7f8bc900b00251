import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../files/temporary-folder.case.ts';
import { formatPlace, placeOf } from '../kernel/index.ts';
import { definitionJson } from './policies.case.ts';
import { openPolicyFolder } from './policy-folder.ts';
import { contractFiles, policySourceContract } from './policy-source.case.ts';

policySourceContract('a folder', () => openPolicyFolder(temporaryFolder(contractFiles)).source);

describe('a policy folder', () => {
  it('has paths relative to the working folder', () => {
    const root = temporaryFolder({ 'policies/a/A.json': definitionJson('A') });
    for (const path of ['policies', './policies/', join(root, 'policies')]) {
      const { source } = openPolicyFolder(path, root);
      expect(source.definition('A')?.file).toBe('policies/a/A.json');
      expect(source.name).toBe('policies');
    }
    expect(openPolicyFolder('.', root).source.definition('A')?.file).toBe('policies/a/A.json');
    expect(openPolicyFolder('../policies', join(root, 'other')).source.definition('A')?.file).toBe(
      '../policies/a/A.json',
    );
  });

  it('may be one file', () => {
    const root = temporaryFolder({ 'A.json': definitionJson('A') });
    expect(openPolicyFolder('A.json', root).source.definition('A')?.file).toBe('A.json');
  });

  it('reports what it leaves out, at its place', () => {
    const root = temporaryFolder({
      'broken.json': '{\n  "a": \n}',
      'other.json': '{}',
      'binary.json': Buffer.from([0x7b, 0xff, 0xfe]),
      'same-1.json': definitionJson('Same'),
      'same-2.json': definitionJson('SAME'),
      'twice.json': definitionJson('Twice').replace('"name"', '"name": "X", "name"'),
      'computed.json': `{"$schema":"x/deploymentTemplate.json#","resources":[${definitionJson("[variables('n')]")}]}`,
      'notes.md': 'not JSON',
      '.hidden/a.json': '{}',
      'node_modules/a.json': '{}',
    });
    const { source, diagnostics } = openPolicyFolder('.', root);
    expect(
      diagnostics.map(
        (entry) => `${entry.code} ${entry.span ? formatPlace(placeOf(entry.span)) : entry.file}`,
      ),
    ).toEqual([
      'LG1007 binary.json',
      'LG1001 broken.json:3:1',
      'LG3001 computed.json:1:54',
      'LG4002 other.json',
      'LG3012 same-2.json:1:1',
      'LG1004 twice.json:2:16',
    ]);
    expect(source.entries.map((entry) => entry.name)).toEqual(['Same', 'Twice']);
  });

  it('reads UTF-16 and byte order marks', () => {
    const text = definitionJson('A');
    const root = temporaryFolder({
      'utf8.json': `\uFEFF${text}`,
      'utf16.json': Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(definitionJson('B'), 'utf16le')]),
      'utf16be.json': Buffer.concat([
        Buffer.from([0xfe, 0xff]),
        Buffer.from(definitionJson('C'), 'utf16le').swap16(),
      ]),
    });
    const { source, diagnostics } = openPolicyFolder('.', root);
    expect(diagnostics).toEqual([]);
    expect(source.entries.map((entry) => entry.value().name)).toEqual(['B', 'C', 'A']);
  });

  it('reports a folder that is not there', () => {
    const { source, diagnostics } = openPolicyFolder('nope', temporaryFolder());
    expect(source.entries).toEqual([]);
    expect(diagnostics).toMatchObject([{ code: 'LG1006', file: 'nope' }]);
  });

  it.skipIf(process.platform === 'win32')(
    'does not follow symbolic links (on Windows only administrators make them)',
    () => {
      const outside = temporaryFolder({ 'secret.json': definitionJson('Secret') });
      const root = temporaryFolder();
      symlinkSync(join(outside, 'secret.json'), join(root, 'link.json'));
      symlinkSync(outside, join(root, 'folder'));
      symlinkSync(root, join(root, 'circle'));
      const { source, diagnostics } = openPolicyFolder('.', root);
      expect(source.entries).toEqual([]);
      expect(diagnostics).toMatchObject([
        { code: 'LG1006', file: 'link.json', message: expect.stringContaining('symbolic link') },
      ]);
    },
  );
});
