// @ts-check
'use strict';

const vscode = require('vscode');
const { LanguageClient } = require('vscode-languageclient/node');
const { serverCommand } = require('./server-command.js');

const languages = ['bicep', 'bicep-params', 'arm-template', 'json', 'jsonc'];
const explainCommand = 'landguard.explain';

/** @type {import('vscode-languageclient/node').LanguageClient | undefined} */
let client;

/** @param {import('vscode').ExtensionContext} context */
async function activate(context) {
  const restart = async () => {
    await client?.dispose();
    client = newClient();
    await client.start();
  };
  context.subscriptions.push(
    vscode.commands.registerCommand('landguard.restart', restart),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('landguard.path') || event.affectsConfiguration('landguard.arguments'))
        return restart();
    }),
  );
  await restart();
}

function newClient() {
  const settings = vscode.workspace.getConfiguration('landguard');
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath;
  const server = serverCommand(
    { path: settings.get('path') ?? 'landguard', arguments: settings.get('arguments') ?? [] },
    folder,
    process.platform,
  );
  return new LanguageClient('landguard', 'Landguard', server, {
    documentSelector: [
      ...languages.flatMap((language) => [
        { scheme: 'file', language },
        { scheme: 'untitled', language },
      ]),
      { scheme: 'file', pattern: '**/landguard.yaml' },
    ],
    middleware: {
      async executeCommand(command, args, next) {
        const result = await next(command, args);
        if (command === explainCommand && typeof result === 'string') await showExplanation(result);
        return result;
      },
    },
  });
}

/** @param {string} content Markdown */
async function showExplanation(content) {
  const document = await vscode.workspace.openTextDocument({ language: 'markdown', content });
  await vscode.window.showTextDocument(document, vscode.ViewColumn.Beside);
}

async function deactivate() {
  await client?.dispose();
}

module.exports = { activate, deactivate };
