import { describe, expect, it } from 'vitest';
import { check } from './checked.case.ts';

const warnings = (text: string) =>
  check(text)
    .filter(({ level }) => level === 'warning')
    .map(({ message, span }) => [/\(([^)]+)\)$/.exec(message)?.[1], text.slice(span?.start, span?.end)]);

const notes = (text: string) =>
  check(text)
    .filter(({ level }) => level === 'note')
    .map(({ message }) => /`([^`]+)`/.exec(message)?.[1]);

describe('what is not used', () => {
  it.each([
    ['param a string', ['a']],
    ['var a = 1\nvar b = a', ['b']],
    ['type a = string\n@export()\ntype b = string', ['a']],
    ["import { a, b as c } from './x.bicep'\nimport * as d from './x.bicep'\nvar e = a", ['c', 'd', 'e']],
    ["resource a 'B/c@2020-01-01' existing = {\n  name: 'a'\n}", ['a']],
    ["resource a 'B/c@2020-01-01' existing = {\n  name: 'a'\n}\noutput b string = a.id", []],
    ['func a(b string) string => b', []],
  ])('%j', (text, expected) => {
    expect(notes(text).toSorted()).toEqual(expected);
  });
});

describe('secrets that anybody could read', () => {
  const account = "resource s 'Microsoft.Storage/storageAccounts@2023-01-01' existing = {\n  name: 's'\n}\n";

  it.each([
    ["@secure()\nparam a string = 'b'\noutput o int = length(a)", ['secure-parameter-default', "'b'"]],
    ['@secure()\nparam a string\noutput b string = toLower(a)', ['outputs-should-not-contain-secrets', 'a']],
    [`${account}output b object = s.listKeys()`, ['outputs-should-not-contain-secrets', 's.listKeys()']],
    [
      "output b object = listKeys('id', '2020-01-01')",
      ['outputs-should-not-contain-secrets', "listKeys('id', '2020-01-01')"],
    ],
  ])('%j', (text, expected) => {
    expect(warnings(text)).toContainEqual(expected);
  });

  it.each([
    "@secure()\nparam a string = ''\n@secure()\nparam b object = {}\n@secure()\nparam c string = newGuid()\n@secure()\nparam d string = c",
    `${account}@secure()\noutput b object = s.listKeys()\noutput c string = s.id`,
    "#disable-next-line outputs-should-not-contain-secrets\noutput b object = listKeys('id', '2020-01-01')",
  ])('%j is right', (text) => {
    expect(warnings(text)).toEqual([]);
  });
});

describe('loops that give one name to all', () => {
  const loop = (name: string) =>
    `resource a 'B/c@2020-01-01' = [for (x, i) in [1, 2]: {\n  name: ${name}\n}]`;

  it('are warned of', () => {
    expect(warnings(loop("'b'"))).toEqual([['BCP179', 'a']]);
    expect(warnings("param n string\nmodule a './m.bicep' = [for x in [1]: {\n  name: n\n}]")).toEqual([
      ['BCP179', 'a'],
    ]);
  });

  it.each(["'b${x}'", "'b${i}'", "concat('b', string(x))"])('name: %s', (name) => {
    expect(warnings(loop(name))).toEqual([]);
  });
});
