import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Editor } from './editor.case.ts';
import { main, parameters, policy, storageModule, workspace } from './workspace.case.ts';

let editor: Editor;
const template = 'infra/main.json';
const linked = 'infra/modules/storage.json';

beforeAll(async () => {
  editor = await Editor.start(workspace());
});
afterAll(async () => {
  expect(await editor.stop()).toBe(0);
});

describe('an editing session', () => {
  it('begins with what the server can do', () => {
    expect(editor.initialized?.capabilities).toMatchObject({
      positionEncoding: 'utf-16',
      hoverProvider: true,
      definitionProvider: true,
      documentSymbolProvider: true,
      codeActionProvider: { codeActionKinds: ['quickfix'] },
    });
    expect(editor.initialized?.serverInfo?.name).toBe('landguard');
  });

  it('says what the policies say when a document is opened, at the value and with the way it came', async () => {
    await editor.open(template);
    const said = await editor.until(template, (codes) => codes.includes('storage-access'));
    const access = said.find(({ code }) => code === 'storage-access')!;
    expect(access).toMatchObject({
      severity: 1,
      source: 'landguard',
      range: editor.rangeOf(template, `"[parameters('access')]"`),
      relatedInformation: [
        {
          location: { uri: editor.uri(template), range: editor.rangeOf(template, '"Enabled"') },
          message: 'the default of parameter access',
        },
      ],
    });
    expect(access.message).toBe(
      'deny: Storage has publicNetworkAccess `Disabled`\nstcontoso: properties.publicNetworkAccess is "Enabled", must be "Disabled"',
    );
    expect(said.find(({ code }) => code === 'storage-tls')).toMatchObject({ severity: 2 });
    expect(said.find(({ code }) => code === 'LG2009')).toMatchObject({ severity: 2 });
    expect(editor.registered).toEqual(['workspace/didChangeWatchedFiles']);
  });

  it('says it of the files that belong to it, too', async () => {
    const said = await editor.until(linked, (codes) => codes.length > 0);
    expect(said.map(({ code }) => code)).toEqual(['storage-tls']);
    expect(said[0]?.relatedInformation?.[0]?.location.uri).toBe(editor.uri(template));
  });

  it('explains a finding, its value and its trace', async () => {
    const text = await editor.hover(template, `parameters('access')`);
    for (const part of [
      '**parameter access**',
      'Who may come in.',
      'The value is the default',
      '"Enabled"',
      'non-compliant · effect deny',
      'A description with &#60;b&#62;markup&#60;/b&#62;',
      '+ field Microsoft.Storage/storageAccounts/publicNetworkAccess notEquals "Disabled"',
      '+      "defaultValue": "Disabled", // open by default',
      'the edited code is compliant',
    ])
      expect(text).toContain(part);
  });

  it.each([
    ['prefix', `variables('prefix')`, '"st"'],
    ['a computed name', 'concat(', '"stcontoso"'],
    ['a declaration', '"tls"', '"TLS1_0"'],
    ['an unknown', `parameters('suffix')`, 'parameter suffix'],
  ])('shows the value of %s', async (_, at, value) => {
    expect(await editor.hover(template, at)).toContain(value);
  });

  it('shows no secret', async () => {
    const text = await editor.hover(template, `parameters('adminPassword')`);
    expect(text).toContain('(redacted)');
    expect(text).not.toContain('hunter2');
    expect(await editor.hover(template, '"adminPassword"')).not.toContain('hunter2');
  });

  it.each([
    [`parameters('access')`, ['infra/main.json: "access": {']],
    [`variables('tls')`, ['infra/main.json: "tls": "TLS1_0",']],
    ['resourceId(', ['infra/main.json: "Microsoft.Storage/storageAccounts",']],
    ['modules/storage.json', ['infra/modules/storage.json: {']],
    ['westeurope', []],
  ])('goes from %s to where it is', async (at, expected) => {
    expect(await editor.definition(template, at)).toEqual(expected);
  });

  it('outlines the template', async () => {
    const symbols = await editor.request<{ name: string; detail: string }[]>('textDocument/documentSymbol', {
      textDocument: { uri: editor.uri(template) },
    });
    expect(symbols.map(({ name, detail }) => `${name} ${detail}`.trim())).toEqual([
      'access string',
      'adminPassword string',
      'suffix string',
      'tls',
      'prefix',
      "[concat(variables('prefix'), 'contoso')] Microsoft.Storage/storageAccounts",
      'linked Microsoft.Resources/deployments',
      'name string',
    ]);
  });

  it('says mistakes as they are typed, and takes them back', async () => {
    await editor.replace(template, '"tls": "TLS1_0",', '"tls": "TLS1_0"');
    await editor.until(template, (codes) => codes.includes('LG1001'));
    await editor.replace(template, '"tls": "TLS1_0"', '"tls": "TLS1_0",');
    await editor.until(template, (codes) => !codes.includes('LG1001') && codes.includes('storage-tls'));
    await editor.replace(template, `variables('tls')`, `variables('tlss')`);
    const said = await editor.until(template, (codes) => codes.includes('LG2007'));
    expect(said.find(({ code }) => code === 'LG2007')?.message).toContain('did you mean `tls`?');
    await editor.replace(template, `variables('tlss')`, `variables('tls')`);
    await editor.until(template, (codes) => !codes.includes('LG2007'));
    expect(editor.text(template)).toBe(main);
  });

  it('fixes a finding where its value is written, and the finding is gone', async () => {
    await editor.until(template, (codes) => codes.includes('storage-access'));
    const actions = await editor.actions(template, 'storage-access');
    expect(actions.map(({ title }) => title)).toEqual([
      'Fix: Storage has publicNetworkAccess `Disabled`',
      'Explain: Storage has publicNetworkAccess `Disabled`',
      'Exclude this finding in landguard.yaml',
    ]);
    expect(actions[0]).toMatchObject({
      isPreferred: true,
      kind: 'quickfix',
      diagnostics: [{ code: 'storage-access' }],
    });
    await editor.apply(actions[0]!.edit!);
    await editor.until(template, (codes) => !codes.includes('storage-access'));
    expect(editor.text(template)).toBe(main.replace('"Enabled", //', '"Disabled", //'));
    expect(editor.codes(template)).toContain('storage-tls');
  });

  it('explains on request', async () => {
    const [explain] = (await editor.actions(template, 'storage-tls')).filter(({ command }) => command);
    const text = await editor.request<string>('workspace/executeCommand', {
      command: explain!.command!.command,
      arguments: explain!.command!.arguments,
    });
    expect(text).toContain('**Storage has minimumTlsVersion');
    expect(editor.logged.at(-1)).toBe(text);
  });

  it('excludes a finding in landguard.yaml, and it is gone without another word', async () => {
    const action = (await editor.actions(template, 'storage-tls')).find(({ title }) =>
      title.startsWith('Exclude'),
    );
    await editor.apply(action!.edit!);
    const config = readFileSync(join(editor.folder, 'landguard.yaml'), 'utf8');
    expect(config).toMatch(
      /^policies: policies # ours\npaths: \[infra\]\nexclusions:\n {2}- policy: storage-tls\n {4}fingerprint: "[0-9a-f]{16}"\n {4}reason: ".+"\n$/,
    );
    // The one that is left is about the module, whose value is written here.
    await editor.until(template, (codes) => codes.filter((one) => one === 'storage-tls').length === 1);
    expect(editor.codes(linked)).toEqual(['storage-tls']);
  });

  it('clears what it said of a document that is closed', async () => {
    await editor.close(template);
    await editor.until(template, (codes) => codes.length === 0);
    await editor.until(linked, (codes) => codes.length === 0);
  });
});

describe('a change elsewhere', () => {
  it('of a parameter file is seen at once, and said in both while both are open', async () => {
    const file = 'infra/main.parameters.json';
    await editor.write(file, parameters('Enabled'), 1);
    await editor.open(template, main);
    await editor.until(template, (codes) => codes.includes('storage-access'));
    expect(editor.diagnostics(file)).toEqual([]);
    await editor.open(file);
    const said = await editor.until(file, (codes) => codes.includes('storage-access'));
    expect(said[0]).toMatchObject({
      range: editor.rangeOf(file, '"Enabled"'),
      relatedInformation: [{ location: { uri: editor.uri(template) }, message: 'the value is used here' }],
    });
    expect(await editor.definition(template, `parameters('access')`)).toEqual([
      'infra/main.json: "access": {',
      'infra/main.parameters.json: "Enabled" },',
    ]);
    expect(await editor.definition(file, '"access"')).toEqual(['infra/main.json: "access": {']);
    expect(await editor.hover(file, '"access"')).toContain('The value is given by the parameter file');
    const [fix] = await editor.actions(template, 'storage-access');
    expect(fix!.title).toBe(
      'Fix: Storage has publicNetworkAccess `Disabled` (in infra/main.parameters.json)',
    );
    await editor.apply(fix!.edit!);
    await editor.until(template, (codes) => !codes.includes('storage-access'));
    expect(editor.text(file)).toBe(parameters('Disabled'));
    await editor.until(file, (codes) => codes.length === 0);
    await editor.close(file);
    // It was not saved.
    await editor.until(template, (codes) => codes.includes('storage-access'));
    await editor.write(file, parameters('Disabled'));
    await editor.until(template, (codes) => !codes.includes('storage-access'));
  });

  it('of a linked template is seen in it, on the disk and in the editor', async () => {
    await editor.until(linked, (codes) => codes.includes('storage-tls'));
    await editor.write(linked, storageModule.replace('"Disabled"', '"Enabled"'));
    await editor.until(linked, (codes) => codes.includes('storage-access'));
    await editor.open(linked, storageModule);
    await editor.until(linked, (codes) => !codes.includes('storage-access') && codes.includes('storage-tls'));
    await editor.replace(linked, '"parameters": {', '"parameters": { "tls": { "type": "string" },');
    await editor.until(linked, (codes) => codes.includes('storage-tls'));
    await editor.close(linked);
    await editor.until(linked, (codes) => codes.includes('storage-access'));
  });

  it('of a policy counts', async () => {
    await editor.write('policies/tls.json', policy('storage-tls', 'minimumTlsVersion', 'TLS1_1'));
    await editor.until(linked, (codes) => codes.includes('storage-access') && !codes.includes('storage-tls'));
  });

  it('of landguard.yaml counts before it is saved, and its mistakes are said', async () => {
    await editor.open('landguard.yaml', 'policies: policies\nexclude: [infra]\n', 'yaml');
    await editor.until(template, (codes) => codes.length === 0);
    await editor.change('landguard.yaml', { text: 'policies: policies\npath: [infra]\n' });
    await editor.until('landguard.yaml', (codes) => codes.includes('LG5001'));
    await editor.until(template, (codes) => codes.length > 0);
    await editor.close('landguard.yaml');
    await editor.until('landguard.yaml', (codes) => codes.length === 0);
  });
});
