import { beforeAll, expect, it } from 'vitest';
import { cli, ensureBuilt } from '../cli/run-cli.case.ts';
import { Editor } from './editor.case.ts';
import { main, workspace } from './workspace.case.ts';

beforeAll(ensureBuilt);

it('the program that npm installs serves an editor, with everything that is loaded late', async () => {
  const editor = await Editor.start(workspace(), { command: [process.execPath, cli, 'lsp', '--stdio'] });
  await editor.open('infra/main.json');
  await editor.until('infra/main.json', (codes) => codes.includes('storage-access'));
  expect(await editor.hover('infra/main.json', `parameters('access')`)).toContain(
    'the edited code is compliant',
  );
  const actions = await editor.actions('infra/main.json', 'storage-access');
  expect(actions.map(({ title }) => title.split(':')[0])).toEqual([
    'Fix',
    'Explain',
    'Exclude this finding in landguard.yaml',
  ]);
  await editor.apply(actions[0]!.edit!);
  await editor.until('infra/main.json', (codes) => !codes.includes('storage-access'));
  expect(editor.text('infra/main.json')).toBe(main.replace('"Enabled", //', '"Disabled", //'));
  expect(editor.logged).toEqual([]);
  expect(await editor.stop()).toBe(0);
});
