import { describe, expect, it } from 'vitest';
import { gitAddressProblem, looksLikeGitAddress } from './git-address.ts';

describe('git address', () => {
  it.each([
    'https://github.com/Azure/azure-policy',
    'https://dev.azure.com/org/project/_git/policies.git',
    'ssh://git@example.com:22/org/policies.git',
    'git@github.com:org/policies.git',
    'file:///srv/git/policies.git',
  ])('may be %s', (address) => {
    expect(looksLikeGitAddress(address)).toBe(true);
    expect(gitAddressProblem(address)).toBeUndefined();
  });

  it.each([
    ["ext::sh -c 'touch pwned'", 'blanks'],
    ['ext::/bin/sh', '::'],
    ['fd::17', '::'],
    ['http://example.com/x.git', 'only https, ssh and file'],
    ['git://example.com/x.git', 'only https, ssh and file'],
    ['--upload-pack=touch', 'begins with `-`'],
    ['ssh://-oProxyCommand=touch/x', 'begins with `-`'],
    ['https://user:secret@example.com/x.git', 'password'],
    ['https://token@example.com/x.git', 'password'],
    ['https://example.com/x.git\nHost: y', 'control'],
    ['https://example.com/archive/main.zip', 'not downloaded'],
    ['https://', 'not the address'],
    ['a@b:', 'not the address'],
    ['-a@host:path', 'begins with `-`'],
    ['git@-host:path', 'not the address'],
  ])('may not be %s', (address, problem) => {
    expect(gitAddressProblem(address)).toContain(problem);
  });

  it.each([
    'policies',
    './policies',
    '../a:b',
    '/srv/policies',
    'C:\\policies',
    'policies.zip',
    'C:/policies',
  ])('is not what `%s` looks like', (path) => {
    expect(looksLikeGitAddress(path)).toBe(false);
  });
});
