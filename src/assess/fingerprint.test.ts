import { describe, expect, it } from 'vitest';
import { parseJson } from '../kernel/index.ts';
import {
  findingsOf,
  initiative,
  noPublicAccess,
  parametersOf,
  storage,
  storageRule,
  templateOf,
} from './assess.case.ts';

const policy = storageRule('one', noPublicAccess);
const other = storageRule('other', {
  field: 'Microsoft.Storage/storageAccounts/minimumTlsVersion',
  notEquals: 'x',
});

function fingerprints(...args: Parameters<typeof findingsOf>): string[] {
  return findingsOf(...args).map((one) => one.fingerprint);
}

const [plain] = fingerprints(templateOf([storage()]), [policy]);

describe('a fingerprint', () => {
  it('is 16 hex digits', () => {
    expect(plain).toMatch(/^[0-9a-f]{16}$/);
  });

  const parameters = { access: { type: 'string', defaultValue: 'Enabled' } };
  const withParameter = () =>
    templateOf([storage({ publicNetworkAccess: "[parameters('access')]" })], { parameters });

  it.each<[string, () => string[]]>([
    [
      'lines move',
      () => fingerprints(parseJson('main.json', `\n\n${templateOf([storage()]).source.text}`), [policy]),
    ],
    [
      'the file is renamed',
      () => fingerprints(parseJson('other/name.json', templateOf([storage()]).source.text), [policy]),
    ],
    [
      'other resources come before it',
      () => fingerprints(templateOf([{ ...storage(), type: 'A.B/c' }, storage()]), [policy]),
    ],
    [
      'other policies come before it',
      () => [fingerprints(templateOf([storage()]), [other, policy]).find((one) => one === plain)!],
    ],
    [
      'the value changes and stays wrong',
      () => fingerprints(templateOf([storage({ publicNetworkAccess: 'Enabled' })]), [policy]),
    ],
    ['the value comes from a default', () => fingerprints(withParameter(), [policy])],
    [
      'the value comes from a parameter file',
      () =>
        fingerprints(
          [
            {
              document: withParameter(),
              parameters: parametersOf({ access: 'Enabled' }, 'main.prod.parameters.json'),
            },
          ],
          [policy],
        ),
    ],
    [
      'the name is written in another casing',
      () => fingerprints(templateOf([storage({}, { name: 'ST' })]), [policy]),
    ],
    [
      'the subscription is known',
      () =>
        fingerprints(
          [{ document: templateOf([storage()]), parameters: [], target: { subscriptionId: 's' } }],
          [policy],
        ),
    ],
  ])('stays the same when %s', (_, others) => {
    expect(others()).toEqual([plain]);
  });

  it.each<[string, () => string[]]>([
    ['resource', () => fingerprints(templateOf([storage({}, { name: 'st2' })]), [policy])],
    ['policy', () => fingerprints(templateOf([storage()]), [other])],
    ['assignment', () => fingerprints(templateOf([storage()]), [initiative('i', ['one']), policy])],
    [
      'property',
      () =>
        fingerprints(templateOf([storage()]), [storageRule('one', { field: 'location', notEquals: 'x' })]),
    ],
    [
      'resource group',
      () =>
        fingerprints(
          [{ document: templateOf([storage()]), parameters: [], target: { resourceGroup: 'g' } }],
          [policy],
        ),
    ],
  ])('is another for another %s', (_, others) => {
    expect(others()).toHaveLength(1);
    expect(others()).not.toEqual([plain]);
  });
});
