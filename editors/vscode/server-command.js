// @ts-check
'use strict';

const { isAbsolute, join } = require('node:path');

/**
 * The command line that starts the server.
 *
 * @param {{ path: string, arguments: readonly string[] }} settings `landguard.path` and `landguard.arguments`
 * @param {string | undefined} folder the first workspace folder, absolute
 * @param {NodeJS.Platform} platform
 * @returns {{ command: string, args: string[], options: { cwd?: string, shell?: boolean } }}
 */
function serverCommand(settings, folder, platform) {
  const path = settings.path.trim() === '' ? 'landguard' : settings.path.trim();
  const isInFolder = !isAbsolute(path) && /[\\/]/.test(path) && folder !== undefined;
  const command = isInFolder ? join(folder, path) : path;
  const args = ['lsp', ...settings.arguments];
  // npm installs a script on Windows, which only a shell can start; what it is given is quoted.
  const isScript = platform === 'win32' && !/\.exe$/i.test(command);
  const cwd = folder === undefined ? {} : { cwd: folder };
  if (!isScript) return { command, args, options: cwd };
  return { command: quoted(command), args: args.map(quoted), options: { ...cwd, shell: true } };
}

/**
 * A word of a command line of Windows, which ends a quotation at a quote. Percent signs would be replaced.
 *
 * @param {string} word
 */
function quoted(word) {
  return /^[\w\-./:\\=@,]+$/.test(word) ? word : `"${word.replace(/["%]/g, '')}"`;
}

module.exports = { serverCommand };
