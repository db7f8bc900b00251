import { describe, expect, it } from 'vitest';
import type { Principal } from './principal.ts';
import { PrincipalTable } from './principal-table.ts';

const id = '00000000-0000-0000-0000-00000000000A';
const kim: Principal = {
  id,
  kind: 'user',
  name: 'Kim Berg',
  isListed: true,
  userPrincipalName: 'kim@contoso.example',
};

describe('PrincipalTable', () => {
  it('joins what several sources say of one principal', () => {
    const table = new PrincipalTable();
    expect(table.mention(id.toLowerCase())).toBe(0);
    expect(table.at(0)).toEqual({
      id: id.toLowerCase(),
      kind: 'unknown',
      name: id.toLowerCase(),
      isListed: false,
    });
    expect(table.add(kim)).toBe(0);
    expect(table.add({ ...kim, userPrincipalName: undefined, isEnabled: false })).toBe(0);
    expect(table.at(0)).toEqual({ ...kim, isEnabled: false });
    expect(table.mention(id, 'group', 'other')).toBe(0);
    expect(table.at(0).kind).toBe('user');
    expect(table.size).toBe(1);
  });

  it('learns that a service principal is a managed identity', () => {
    const table = new PrincipalTable();
    table.add({ id, kind: 'servicePrincipal', name: 'id-web', isListed: true });
    table.add({ id, kind: 'managedIdentity', name: 'web', isListed: true, resourceId: '/subscriptions/s' });
    expect(table.at(0)).toMatchObject({
      kind: 'managedIdentity',
      name: 'id-web',
      resourceId: '/subscriptions/s',
    });
  });

  it.each([
    [id.toLowerCase(), [0]],
    ['KIM@contoso.example', [0]],
    ['kim berg', [0, 1]],
    ['client', [1]],
    ['/SUBSCRIPTIONS/S/x', [1]],
    ['nobody', []],
  ])('finds %s', (text, found) => {
    const table = new PrincipalTable();
    table.add(kim);
    table.add({
      id: 'other',
      kind: 'managedIdentity',
      name: 'Kim Berg',
      isListed: true,
      appId: 'client',
      resourceId: '/subscriptions/s/x',
    });
    expect(table.named(text)).toEqual(found);
  });
});
