import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../src/files/temporary-folder.case.ts';
import { Editor } from './editor.case.ts';
import { bicepFiles, mainBicep, moduleBicep, parametersBicep } from './workspace.case.ts';

let editor: Editor;
const template = 'infra/main.bicep';
const module = 'infra/modules/storage.bicep';
const values = 'infra/main.bicepparam';

beforeAll(async () => {
  editor = await Editor.start(temporaryFolder(bicepFiles));
});
afterAll(async () => {
  expect(editor.logged).toEqual([]);
  expect(await editor.stop()).toBe(0);
});

describe('Bicep', () => {
  it('has its findings at the line of the Bicep file, and of the module', async () => {
    await editor.open(template, undefined, 'bicep');
    const said = await editor.until(template, (codes) => codes.includes('storage-access'));
    const access = said.find(({ code }) => code === 'storage-access')!;
    const { end } = editor.rangeOf(template, 'publicNetworkAccess: access');
    expect(access.range).toEqual({ start: { ...end, character: end.character - 'access'.length }, end });
    expect(access.relatedInformation).toMatchObject([
      {
        location: { range: editor.rangeOf(template, "'Enabled'") },
        message: 'the default of parameter access',
      },
    ]);
    await editor.until(module, (codes) => codes.includes('storage-tls'));
  });

  it.each([
    ['access\n', '**parameter access**'],
    ['access\n', '"Enabled"'],
    ['access\n', 'the edited code is compliant'],
    ['tls\n', '"TLS1_0"'],
    ['suffix }', 'parameter suffix'],
    ['prefix =', '"st"'],
    ['contoso', '"stcontoso"'],
  ])('shows over %j: %s', async (at, expected) => {
    expect(await editor.hover(template, at)).toContain(expected);
  });

  it('shows no secret', async () => {
    for (const at of ['key: adminPassword', 'adminPassword string', 'adminPassword,'])
      expect(await editor.hover(template, at)).not.toContain('hunter2');
  });

  it.each([
    ['access\n', ["infra/main.bicep: access string = 'Enabled' // open by default"]],
    ['tls\n', ["infra/main.bicep: tls = 'TLS1_0'"]],
    ['modules/storage.bicep', ['infra/modules/storage.bicep: param tlsOfModule string']],
    ['westeurope', []],
  ])('goes from %j to where it is', async (at, expected) => {
    expect(await editor.definition(template, at)).toEqual(expected);
  });

  it('goes from a symbolic name to its resource', async () => {
    const [place] = await editor.definition(template, 'storage.id');
    expect(place).toBe("infra/main.bicep: storage 'Microsoft.Storage/storageAccounts@2023-05-01' = {");
  });

  it('has an outline', async () => {
    const symbols = await editor.request<{ name: string; detail: string }[]>('textDocument/documentSymbol', {
      textDocument: { uri: editor.uri(template) },
    });
    expect(symbols.map(({ name, detail }) => `${name} ${detail}`.trim())).toEqual([
      'access string',
      'suffix string',
      'adminPassword string',
      'tls',
      'prefix',
      'storage Microsoft.Storage/storageAccounts@2023-05-01',
      'linked modules/storage.bicep',
      'name string',
    ]);
  });

  it('has its mistakes said as they are typed', async () => {
    await editor.replace(template, "var tls = 'TLS1_0'", "var tls = 'TLS1_0");
    await editor.until(template, (codes) => codes.includes('LG7003'));
    await editor.replace(template, "var tls = 'TLS1_0", "var tls = 'TLS1_0'");
    await editor.until(template, (codes) => !codes.includes('LG7003') && codes.includes('storage-tls'));
    expect(editor.text(template)).toBe(mainBicep);
  });

  it('is fixed in place, comments and all', async () => {
    await editor.until(template, (codes) => codes.includes('storage-access'));
    const [fix] = await editor.actions(template, 'storage-access');
    expect(fix?.title).toBe('Fix: Storage has publicNetworkAccess `Disabled`');
    await editor.apply(fix!.edit!);
    await editor.until(template, (codes) => !codes.includes('storage-access'));
    expect(editor.text(template)).toBe(mainBicep.replace("'Enabled' //", "'Disabled' //"));
  });

  it('takes a module from the editor, as soon as it is typed', async () => {
    await editor.open(module, moduleBicep.replace("'Disabled'", "'Enabled'"), 'bicep');
    await editor.until(module, (codes) => codes.includes('storage-access'));
    await editor.replace(module, "'Enabled'", "'Disabled'");
    await editor.until(module, (codes) => !codes.includes('storage-access') && codes.includes('storage-tls'));
    expect(await editor.hover(module, 'tlsOfModule\n')).toContain('"TLS1_1"');
    await editor.close(module);
  });

  it('is checked with the parameter file that names it', async () => {
    await editor.write(values, parametersBicep('Enabled'), 1);
    await editor.until(template, (codes) => codes.includes('storage-access') && !codes.includes('LG2009'));
    await editor.open(values, undefined, 'bicep-params');
    const said = await editor.until(values, (codes) => codes.includes('storage-access'));
    expect(said.find(({ code }) => code === 'storage-access')?.range).toEqual(
      editor.rangeOf(values, "'Enabled'"),
    );
    expect(await editor.definition(values, 'access')).toEqual([
      "infra/main.bicep: access string = 'Disabled' // open by default",
    ]);
    expect(await editor.definition(values, 'main.bicep')).toEqual([
      "infra/main.bicep: @description('Who may come in.')",
    ]);
    expect(await editor.hover(values, 'access')).toContain('"Enabled"');
    const [fix] = await editor.actions(values, 'storage-access');
    await editor.apply(fix!.edit!);
    await editor.until(template, (codes) => !codes.includes('storage-access'));
    expect(editor.text(values)).toBe(parametersBicep('Disabled'));
    await editor.close(values);
  });

  it('says nothing of a file that is closed', async () => {
    await editor.close(template);
    for (const path of [template, module, values]) await editor.until(path, (codes) => codes.length === 0);
  });
});
