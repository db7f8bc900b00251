import { expect, it } from 'vitest';
import { matchesPattern } from './pattern.ts';

it.each<[string, string, boolean]>([
  ['infra/main.json', 'infra/main.json', true],
  ['infra/main.json', 'infra', true],
  ['infra/main.json', './infra/', true],
  ['infra/main.json', 'infra/*', true],
  ['infra/deep/main.json', 'infra/*', true],
  ['infra/deep/main.json', 'infra/**', true],
  ['infra/deep/main.json', 'infra/**/main.json', true],
  ['infra/deep/test.json', '**/test.json', true],
  ['test.json', '**/test.json', true],
  ['a/test/b.json', '**/test', true],
  ['a/main.dev.json', '*.dev.json', true],
  ['infra2/main.json', 'infra', false],
  ['infra/main.json', 'main.json', false],
  ['main.json', '.', true],
  ['main.json', '*', true],
  ['a'.repeat(200), `${'*a'.repeat(60)}b`, false],
])('%s matches %s: %s', (path, pattern, expected) => {
  expect(matchesPattern(path, pattern)).toBe(expected);
});
