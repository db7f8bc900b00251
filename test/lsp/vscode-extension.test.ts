import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../cli/run-cli.case.ts';
import { Editor, program } from './editor.case.ts';
import { workspace } from './workspace.case.ts';

const folder = join(root, 'editors/vscode');
const require = createRequire(import.meta.url);

interface ServerCommand {
  readonly command: string;
  readonly args: string[];
  readonly options: { readonly cwd?: string; readonly shell?: boolean };
}

const { serverCommand } = require(join(folder, 'server-command.js')) as {
  serverCommand: (
    settings: { path: string; arguments: readonly string[] },
    folder: string | undefined,
    platform: NodeJS.Platform,
  ) => ServerCommand;
};
const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
  main: string;
  version: string;
  dependencies: Record<string, string>;
  activationEvents: string[];
  contributes: {
    configuration: { properties: Record<string, { default: unknown }> };
    commands: { command: string }[];
  };
};

describe('the command line of the server', () => {
  it.each<[string, readonly string[], string | undefined, NodeJS.Platform, ServerCommand]>([
    ['landguard', [], '/w', 'linux', { command: 'landguard', args: ['lsp'], options: { cwd: '/w' } }],
    ['  ', [], undefined, 'linux', { command: 'landguard', args: ['lsp'], options: {} }],
    [
      './bin/landguard',
      ['--policies', 'alz'],
      '/w',
      'linux',
      { command: '/w/bin/landguard', args: ['lsp', '--policies', 'alz'], options: { cwd: '/w' } },
    ],
    [
      '/opt/landguard',
      [],
      '/w',
      'darwin',
      { command: '/opt/landguard', args: ['lsp'], options: { cwd: '/w' } },
    ],
    [
      'landguard',
      ['--policies', 'my policies" & calc'],
      undefined,
      'win32',
      { command: 'landguard', args: ['lsp', '--policies', '"my policies & calc"'], options: { shell: true } },
    ],
    ['landguard.exe', [], undefined, 'win32', { command: 'landguard.exe', args: ['lsp'], options: {} }],
  ])('of %j with %j in %s on %s', (path, args, workspaceFolder, platform, expected) => {
    expect(serverCommand({ path, arguments: args }, workspaceFolder, platform)).toEqual(expected);
  });

  it('starts the server', async () => {
    const workspaceFolder = workspace();
    // What stands before `lsp` is how a checkout runs without being built.
    const { command, args, options } = serverCommand(
      { path: process.execPath, arguments: ['--policies', 'policies/tls.json'] },
      workspaceFolder,
      process.platform,
    );
    expect(options.cwd).toBe(workspaceFolder);
    const editor = await Editor.start(workspaceFolder, { command: [command, ...program, ...args] });
    expect(editor.initialized?.serverInfo?.name).toBe('landguard');
    await editor.open('infra/main.json');
    await editor.until('infra/main.json', (codes) => codes.includes('storage-tls'));
    expect(await editor.stop()).toBe(0);
  });
});

describe('the extension', () => {
  it('loads, starts a client with that command line, and shows an explanation', async () => {
    const shown: string[] = [];
    const clients: { server: ServerCommand; options: ClientOptions; isStarted: boolean }[] = [];
    const registered: string[] = [];
    const vscode = {
      commands: { registerCommand: (name: string) => registered.push(name) },
      workspace: {
        workspaceFolders: [{ uri: { fsPath: '/w' } }],
        getConfiguration: () => ({
          get: (name: string) => manifest.contributes.configuration.properties[`landguard.${name}`]?.default,
        }),
        onDidChangeConfiguration: () => ({}),
        openTextDocument: async ({ content }: { content: string }) => shown.push(content),
      },
      window: { showTextDocument: async () => {} },
      ViewColumn: { Beside: -2 },
    };
    class LanguageClient {
      readonly #entry: (typeof clients)[number];
      constructor(_id: string, _name: string, server: ServerCommand, options: ClientOptions) {
        this.#entry = { server, options, isStarted: false };
        clients.push(this.#entry);
      }
      async start(): Promise<void> {
        this.#entry.isStarted = true;
      }
      async dispose(): Promise<void> {
        this.#entry.isStarted = false;
      }
    }
    const extension = loadWith({ vscode, 'vscode-languageclient/node': { LanguageClient } });
    const subscriptions: unknown[] = [];
    await extension.activate({ subscriptions });
    expect(clients).toMatchObject([{ server: { command: 'landguard', args: ['lsp'] }, isStarted: true }]);
    expect(registered).toEqual(manifest.contributes.commands.map(({ command }) => command));
    const { middleware, documentSelector } = clients[0]!.options;
    const selected = new Set(documentSelector.flatMap(({ language }) => language ?? []));
    expect([...selected].map((language) => `onLanguage:${language}`)).toEqual(manifest.activationEvents);
    await middleware.executeCommand('landguard.explain', [], async () => '**why**');
    await middleware.executeCommand('other', [], async () => 'nothing to show');
    expect(shown).toEqual(['**why**']);
    await extension.deactivate();
    expect(clients[0]!.isStarted).toBe(false);
  });

  it('has exact versions and no part of landguard in it', () => {
    expect(manifest.main).toBe('./extension.js');
    for (const version of Object.values(manifest.dependencies)) expect(version).toMatch(/^\d+\.\d+\.\d+$/);
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
    expect(manifest.version).toBe(version);
    expect(readFileSync(join(folder, 'extension.js'), 'utf8')).not.toMatch(/require\('\.\.\//);
  });
});

interface ClientOptions {
  readonly documentSelector: readonly { readonly language?: string }[];
  readonly middleware: {
    executeCommand(name: string, args: unknown[], next: () => Promise<unknown>): Promise<unknown>;
  };
}

interface Extension {
  activate(context: { subscriptions: unknown[] }): Promise<void>;
  deactivate(): Promise<void>;
}

/** Loads the extension as its host does, which brings `vscode`; the client is not installed in this checkout. */
function loadWith(modules: Readonly<Record<string, unknown>>): Extension {
  const path = resolve(folder, 'extension.js');
  const own = createRequire(path);
  const module = { exports: {} as Extension };
  const load = new Function('require', 'module', 'exports', readFileSync(path, 'utf8'));
  load((name: string) => modules[name] ?? own(name), module, module.exports);
  return module.exports;
}
