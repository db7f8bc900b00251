import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { Editor } from './editor.case.ts';
import { main, mainBicep, moduleBicep, parameters, parametersBicep, workspace } from './workspace.case.ts';

let edited: Editor;
let fresh: Editor;

beforeAll(async () => {
  const files = {
    'infra/main.parameters.json': parameters('Enabled'),
    'infra/bicep/main.bicep': mainBicep,
    'infra/bicep/modules/storage.bicep': moduleBicep,
    'infra/bicep/main.bicepparam': parametersBicep('Enabled'),
  };
  [edited, fresh] = await Promise.all([Editor.start(workspace(files)), Editor.start(workspace(files))]);
});
afterAll(async () => {
  expect([await edited.stop(), await fresh.stop()]).toEqual([0, 0]);
});

const pieces = [
  '',
  '"',
  '{',
  '}',
  ']',
  ',',
  '\n',
  '\r',
  '/*',
  '\\u00',
  '😀',
  '[',
  'null',
  'Disabled',
  ' ',
  ' ',
  `[parameters('access')]`,
  `[variables('tls')]`,
  '"copy": { "name": "c", "count": 3 },',
  '"condition": "[bool(parameters(\'suffix\'))]",',
  '"parameters": {}, ',
  'deploymentParameters',
  "'",
  "'''",
  '${',
  '\nparam access string\n',
  '\nvar tls = access\n',
  "module other 'modules/storage.bicep' = ",
  '[for i in range(0, 3): ',
  'if (suffix == access) ',
  "import * as x from 'modules/storage.bicep'\n",
];

/** An edit by shares of the text, so that it fits whatever the text is by then. */
const edit = fc.record({
  at: fc.nat(1_000).map((share) => share / 1_000),
  length: fc.oneof(fc.constant(0), fc.nat(3), fc.nat(200)),
  text: fc.constantFrom(...pieces),
  /** Whether what is said of it is waited for before the next one. */
  isSettled: fc.boolean(),
});

const sorted = (editor: Editor, path: string) =>
  editor
    .diagnostics(path)
    .map((one) => JSON.stringify(one).replaceAll(editor.folder, ''))
    .sort();

it.each([
  ['infra/main.json', main],
  ['infra/main.parameters.json', parameters('Enabled')],
  ['infra/bicep/main.bicep', mainBicep],
  ['infra/bicep/modules/storage.bicep', moduleBicep],
  ['infra/bicep/main.bicepparam', parametersBicep('Enabled')],
])('random edits of %s end with what a fresh look at the text says', async (path, text) => {
  await fc.assert(
    fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 6 }), async (edits) => {
      await edited.open(path, text);
      for (const { at, length, text: piece, isSettled } of edits) {
        if (isSettled) await edited.told(path);
        const current = edited.text(path);
        const document = TextDocument.create('', '', 0, current);
        const start = Math.floor(at * current.length);
        const range = { start: document.positionAt(start), end: document.positionAt(start + length) };
        await edited.change(path, { range, text: piece });
      }
      await fresh.open(path, edited.text(path));
      await Promise.all([edited.told(path), fresh.told(path)]);
      expect(sorted(edited, path)).toEqual(sorted(fresh, path));
      const position = TextDocument.create('', '', 0, edited.text(path)).positionAt(edits[0]!.at * 2_000);
      const params = { textDocument: { uri: edited.uri(path) }, position };
      for (const method of ['hover', 'definition', 'documentSymbol'])
        await edited.request(`textDocument/${method}`, params);
      await edited.actions(path);
      expect(edited.logged).toEqual([]);
      await Promise.all([edited.close(path), fresh.close(path)]);
    }),
    { numRuns: 30 },
  );
});
