import { describe, expect, it } from 'vitest';
import { knownLibrary } from './known-libraries.ts';

describe('known libraries', () => {
  it.each([
    [
      'azure-policy',
      'a clone',
      ['built-in-policies/policyDefinitions/A/a.json', 'built-in-policies/policySetDefinitions/B/b.json'],
      [
        'built-in-policies/policyDefinitions/Azure Government/A/a.json',
        'built-in-references/x.json',
        'samples/policyDefinitions/a.json',
        'package.json',
      ],
    ],
    [
      'azure-policy',
      'a download',
      ['azure-policy-main/built-in-policies/policyDefinitions/A/a.json'],
      ['azure-policy-main/x.json'],
    ],
    [
      'azure-policy',
      'a copy of the folder',
      ['policyDefinitions/A/a.json', 'policySetDefinitions/A/b.json'],
      ['x.json'],
    ],
    [
      'alz',
      'a clone',
      ['platform/alz/a.json', 'platform/amba/a/b.json', 'platform/slz/c.json'],
      ['platform/other/a.json', 'tests/alz/x.json', 'schemas/x.json'],
    ],
    ['alz', 'a copy of the folder', ['alz/a.json', 'slz/b.json'], ['x.json']],
  ])('%s in %s', (name, _, chosen, others) => {
    expect([...knownLibrary(name)!.select([...others, ...chosen])].sort()).toEqual([...chosen].sort());
  });

  it('are known by their exact name', () => {
    expect(knownLibrary('ALZ')).toBeUndefined();
    expect(knownLibrary('constructor')).toBeUndefined();
  });
});
