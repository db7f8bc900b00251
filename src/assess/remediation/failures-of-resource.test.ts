import { describe, expect, it } from 'vitest';
import { memoryEstate } from '../../estate/index.ts';
import { aliases, inForce, noPublicAccess, storageRule, types } from '../assess.case.ts';
import { fingerprintOf } from '../estate/estate-finding.ts';
import { assignmentIdentity } from './assignment-identity.ts';
import { failuresOfResource } from './failures-of-resource.ts';

const group = '/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/rg';
const account = (name: string) => ({
  id: `${group}/providers/Microsoft.Storage/storageAccounts/${name}`,
  type: 'Microsoft.Storage/storageAccounts',
  name,
  location: 'westeurope',
  properties: {},
});
const now = '2026-06-15T12:00:00.000Z';
const { estate } = memoryEstate([account('sta'), account('stb')], now);
const tls = { field: 'Microsoft.Storage/storageAccounts/minimumTlsVersion', notEquals: 'TLS1_2' };
const assigned = inForce(storageRule('one', noPublicAccess), storageRule('two', tls));
const find = (fingerprint: string) =>
  failuresOfResource({ estate, assigned, aliases, types, now }, fingerprint);

describe('a fingerprint in an estate', () => {
  it('finds its failure, and what else fails on the resource', async () => {
    const all = await find('');
    expect(all.matches).toHaveLength(4);
    const wanted = all.matches.find(
      ({ resource, assigned: { policy } }) => resource.name === 'stb' && policy.definition.name === 'two',
    )!;
    const found = await find(fingerprintOf(wanted));
    expect(found.matches.map(({ resource }) => resource.name)).toEqual(['stb']);
    expect(
      found.ofResource.map(
        ({ resource, assigned: { policy } }) => `${resource.name} ${policy.definition.name}`,
      ),
    ).toEqual(['stb one', 'stb two']);
  });

  it('finds nothing where it is of nothing', async () => {
    expect(await find('no')).toEqual({ matches: [], ofResource: [] });
  });
});

describe('the identity of an assignment', () => {
  const id = `${group}/providers/Microsoft.Authorization/policyAssignments/a`;
  const principalId = '00000000-0000-0000-0000-00000000000c';
  const identityOf = (identity: object | undefined, wanted = id) =>
    assignmentIdentity(wanted, {
      governance: [
        { kind: 'assignment', id, file: '', body: identity === undefined ? {} : ({ identity } as never) },
      ],
    });

  it.each<[string, object | undefined, string | undefined]>([
    ['its own', { type: 'SystemAssigned', principalId }, principalId],
    [
      'one that it was given',
      { type: 'UserAssigned', userAssignedIdentities: { '/x': { principalId } } },
      principalId,
    ],
    ['none', undefined, undefined],
    ['one without an object id', { type: 'SystemAssigned' }, undefined],
  ])('is %s', (_, identity, expected) => {
    expect(identityOf(identity)).toBe(expected);
  });

  it('is found by the id in any case', () => {
    expect(identityOf({ principalId }, id.toUpperCase())).toBe(principalId);
    expect(identityOf({ principalId }, `${id}x`)).toBeUndefined();
  });
});
