import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../src/files/temporary-folder.case.ts';
import { Editor } from './editor.case.ts';
import { files, main, parameters, policy, workspace } from './workspace.case.ts';

let editor: Editor;
const other = temporaryFolder({
  'landguard.yaml': 'policies: mine\n',
  'mine/tls.json': policy('other-tls', 'minimumTlsVersion', 'TLS1_2'),
  'main.json': main,
});
const outside = temporaryFolder({
  'main.json': main,
  'modules/storage.json': files['infra/modules/storage.json']!,
});

beforeAll(async () => {
  const folder = workspace({
    'apps/shop/landguard.yaml': 'policies: ../../policies/access.json\nfailOn: high\n',
    'apps/shop/main.json': main,
    'package.json': '{ "name": ',
  });
  editor = await Editor.start(folder, { folders: [folder, other] });
});
afterAll(async () => {
  expect(await editor.stop()).toBe(0);
});

const own = (codes: string[]) => codes.filter((code) => !code.startsWith('LG')).sort();

describe('the landguard.yaml that counts', () => {
  it('is that of the workspace folder of the file', async () => {
    const path = pathToFileURL(join(other, 'main.json')).href;
    await editor.open(path);
    expect(own((await editor.told(path)).map(({ code }) => String(code)))).toEqual(['other-tls']);
    await editor.close(path);
  });

  it('is the one nearest to the file', async () => {
    await editor.open('apps/shop/main.json');
    await editor.told('apps/shop/main.json');
    expect(own(editor.codes('apps/shop/main.json'))).toEqual(['storage-access']);
    await editor.close('apps/shop/main.json');
  });

  it('is none, outside of every workspace folder: the baseline counts', async () => {
    const path = pathToFileURL(join(outside, 'main.json')).href;
    await editor.open(path);
    await editor.told(path);
    expect(own(editor.codes(path))).toContain('storage-min-tls');
    await editor.close(path);
  });
});

describe('a document', () => {
  it('that was never saved is checked', async () => {
    await editor.open('untitled:Untitled-1', main);
    const said = await editor.told('untitled:Untitled-1');
    expect(said.map(({ code }) => code)).toContain('storage-access');
    expect(said.map(({ code }) => code)).toContain('LG2016');
    expect(await editor.hover('untitled:Untitled-1', `variables('tls')`)).toContain('TLS1_0');
    await editor.close('untitled:Untitled-1');
    await editor.until('untitled:Untitled-1', (codes) => codes.length === 0);
  });

  it('that is no template is left alone, even when it is broken', async () => {
    await editor.open('package.json');
    expect(await editor.told('package.json').then(() => editor.codes('package.json'))).toEqual([]);
  });

  it('that lost its template is said to be of no use', async () => {
    await editor.open('infra/lonely.parameters.json', parameters('Enabled'));
    const said = await editor.told('infra/lonely.parameters.json');
    expect(said.map(({ code, tags }) => [code, tags])).toEqual([['LG2019', [1]]]);
    await editor.close('infra/lonely.parameters.json');
  });

  it('that is only a parameter file in the editor counts for the template', async () => {
    await editor.open('infra/main.json');
    await editor.until('infra/main.json', (codes) => codes.includes('storage-access'));
    await editor.open('infra/main.dev.parameters.json', parameters('Disabled'));
    await editor.until('infra/main.json', (codes) => !codes.includes('storage-access'));
    await editor.close('infra/main.dev.parameters.json');
    await editor.until('infra/main.json', (codes) => codes.includes('storage-access'));
    await editor.close('infra/main.json');
  });

  it.each([
    ['CRLF', main.replaceAll('\n', '\r\n')],
    ['carriage returns alone', main.replaceAll('// open by default', '').replaceAll('\n', '\r')],
    ['characters of two units', main.replaceAll('"tls": "TLS1_0"', '"😀": "😀", "tls": "TLS1_0"')],
    ['a byte order mark', `\uFEFF${main}`],
  ])('with %s has its positions where the editor counts them', async (_, text) => {
    const path = 'infra/positions.json';
    await editor.open(path, text);
    const said = await editor.told(path);
    const access = said.find(({ code }) => code === 'storage-access');
    expect(access?.range).toEqual(editor.rangeOf(path, `"[parameters('access')]"`));
    expect(access?.relatedInformation?.[0]?.location.range).toEqual(editor.rangeOf(path, '"Enabled"'));
    const tls = said.find(({ code }) => code === 'storage-tls');
    expect(tls?.relatedInformation?.[0]?.location.range).toEqual(editor.rangeOf(path, '"TLS1_0"'));
    const [fix] = await editor.actions(path, 'storage-access');
    await editor.apply(fix!.edit!);
    expect(editor.text(path)).toBe(text.replace('"Enabled"', '"Disabled"'));
    await editor.close(path);
  });
});

describe('a request', () => {
  it.each([
    ['textDocument/hover', null],
    ['textDocument/definition', []],
    ['textDocument/documentSymbol', []],
    ['textDocument/codeAction', []],
  ])('%s about a document that is not open is answered with nothing', async (method, nothing) => {
    const textDocument = { uri: editor.uri('nowhere.json') };
    const position = { line: 3, character: 7 };
    const range = { start: position, end: position };
    expect(
      await editor.request(method, { textDocument, position, range, context: { diagnostics: [] } }),
    ).toEqual(nothing);
  });

  it('beyond the end of a document is answered with nothing', async () => {
    await editor.open('infra/main.json');
    const params = {
      textDocument: { uri: editor.uri('infra/main.json') },
      position: { line: 9_999, character: 9_999 },
    };
    expect(await editor.request('textDocument/hover', params)).toBeNull();
    expect(await editor.request('textDocument/definition', params)).toEqual([]);
  });

  it('for an explanation of nothing is answered with nothing', async () => {
    for (const args of [[], ['x'], [editor.uri('infra/main.json'), 'ffff'], [7, 7]]) {
      const params = { command: 'landguard.explain', arguments: args };
      expect(await editor.request('workspace/executeCommand', params)).toBeNull();
    }
  });
});

describe('an editor that can do little', () => {
  it('gets edits without versions, and no file is made', async () => {
    const folder = workspace();
    const plain = await Editor.start(folder, {
      capabilities: {},
      args: ['--stdio', '--policies', 'policies/access.json'],
    });
    expect(plain.registered).toEqual([]);
    await plain.open('infra/main.json');
    await plain.told('infra/main.json');
    expect(own(plain.codes('infra/main.json'))).toEqual(['storage-access']);
    const actions = await plain.actions('infra/main.json', 'storage-access');
    expect(Object.keys(actions[0]!.edit!.changes!)).toEqual([plain.uri('infra/main.json')]);
    expect(await plain.stop()).toBe(0);
  });

  it('gets a new landguard.yaml where there is none and it can make files', async () => {
    const folder = temporaryFolder({ 'p/access.json': files['policies/access.json']!, 'main.json': main });
    const alone = await Editor.start(folder, { args: ['--policies', 'p'] });
    await alone.open('main.json');
    await alone.told('main.json');
    const exclude = (await alone.actions('main.json', 'storage-access')).at(-1);
    expect(existsSync(join(folder, 'landguard.yaml'))).toBe(false);
    await alone.apply(exclude!.edit!);
    expect(readFileSync(join(folder, 'landguard.yaml'), 'utf8')).toMatch(
      /^exclusions:\n {2}- policy: storage-access\n/,
    );
    await alone.until('main.json', (codes) => !codes.includes('storage-access'));
    expect(await alone.stop()).toBe(0);
  });
});

describe('a check that fails', () => {
  it('is said and logged, and the server goes on', async () => {
    const folder = workspace();
    const broken = await Editor.start(folder, { args: ['--estate', 'nowhere'] });
    await broken.open('infra/main.json');
    const said = await broken.told('infra/main.json');
    expect(said).toMatchObject([
      { code: 'LG5020', severity: 1, message: expect.stringContaining('--subscription') },
    ]);
    expect(broken.logged.join('\n')).toContain('--subscription');
    expect(await broken.hover('infra/main.json', 'westeurope')).toBe('');
    await broken.replace('infra/main.json', 'westeurope', 'northeurope');
    expect(await broken.told('infra/main.json')).toHaveLength(1);
    const symbols = { textDocument: { uri: broken.uri('infra/main.json') } };
    expect(await broken.request<unknown[]>('textDocument/documentSymbol', symbols)).toHaveLength(8);
    expect(await broken.stop()).toBe(0);
  });
});

describe('the server', () => {
  it('ends with 1 when the editor goes away without a word', async () => {
    const short = await Editor.start(workspace());
    expect(await short.vanish()).toBe(1);
  });
});
