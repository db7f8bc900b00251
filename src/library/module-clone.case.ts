import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { temporaryFolder } from '../files/temporary-folder.case.ts';
import { gitEnvironment } from './git-clone.ts';

/** Runs git in a folder, with an identity of its own. */
export function git(folder: string, ...options: string[]): string {
  const identity = ['-c', 'user.name=t', '-c', 'user.email=t@example.com', '-c', 'commit.gpgsign=false'];
  return execFileSync('git', ['-C', folder, ...identity, ...options], {
    encoding: 'utf8',
    env: gitEnvironment(process.env),
    stdio: ['ignore', 'pipe', 'ignore'],
  }).trim();
}

/** A compiled template as Bicep writes it; `mark` is what tells two of them apart. */
export function compiledTemplate(mark: string): string {
  const template = {
    $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#',
    languageVersion: '2.0',
    contentVersion: '1.0.0.0',
    metadata: {
      _generator: { name: 'bicep', version: '0.40.2.10011', templateHash: '1234567890' },
      name: mark,
    },
    parameters: { name: { type: 'string', metadata: { description: `Required. ${mark}` } } },
    resources: {},
  };
  return `${JSON.stringify(template, null, 2)}\n`;
}

/**
 * A clone of a repository of modules, made of steps: each writes files, commits and sets its tags. What a tag names is as of its step.
 */
export function moduleClone(
  ...steps: readonly {
    readonly files: Readonly<Record<string, string | Buffer>>;
    readonly tags: readonly string[];
  }[]
): string {
  const folder = temporaryFolder();
  git(folder, 'init', '--quiet');
  for (const { files, tags } of steps) {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    git(folder, 'add', '.');
    git(folder, 'commit', '--quiet', '--allow-empty', '-m', 'Publish');
    for (const tag of tags) git(folder, 'tag', tag);
  }
  return folder;
}

/** A clone with two modules: one with three versions, one of the old folders. */
export function sampleClone(): string {
  return moduleClone(
    {
      files: {
        'avm/res/storage/account/main.json': compiledTemplate('storage 0.9.0'),
        'modules/network/vnet/main.json': compiledTemplate('vnet 1.0.1'),
      },
      tags: ['avm/res/storage/account/0.9.0', 'network/vnet/1.0.1', 'v1', 'Avm/Upper/1.0.0'],
    },
    {
      files: { 'avm/res/storage/account/main.json': compiledTemplate('storage 0.10.0') },
      tags: ['avm/res/storage/account/0.10.0', 'avm/res/storage/account/0.10.0-preview'],
    },
  );
}
