import { expect, it } from 'vitest';
import { shownPath } from './shown-path.ts';

it.each([
  ['/work', 'a/b.json', 'a/b.json'],
  ['/work', './a//b.json', 'a/b.json'],
  ['/infra', '/infra/a', 'a'],
  ['/work', '.', '.'],
  ['/work', 'a/..', '.'],
  ['/work', '..x/a.json', '..x/a.json'],
  ['/work', '../other/a.json', '../other/a.json'],
  ['/work', '/elsewhere/a/', '/elsewhere/a'],
])('in %s, %s is shown as %s', (folder, path, expected) => {
  expect(shownPath(path, folder)).toBe(expected);
});
