import { expect, it } from 'vitest';
import { fold } from '../../../kernel/index.ts';
import { azureManagementId, documentedGroups } from './application-groups.ts';
import { Directory } from './directory.ts';
import { emptyTenant } from './tenant.ts';

const directory = new Directory(emptyTenant);

it('says of each application that is documented in which groups it is', () => {
  const names = documentedGroups.map(([group]) => group);
  for (const [group, ids] of documentedGroups)
    for (const id of ids) {
      expect([id, id]).toEqual([
        fold(id),
        expect.stringMatching(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/),
      ]);
      expect([id, directory.isInApplicationGroup(id, group)]).toEqual([id, true]);
    }
  const exchange = '00000002-0000-0ff1-ce00-000000000000';
  expect(names.map((name) => directory.isInApplicationGroup(exchange, name))).toEqual([true, false, false]);
  const portal = 'c44b4083-3bb0-49c1-b47d-974e53cbdf3c';
  expect(names.map((name) => directory.isInApplicationGroup(portal, name))).toEqual([false, true, true]);
});

it('leaves open what is not documented', () => {
  const other = '00000000-0000-0000-0000-0000000000ff';
  expect(directory.isInApplicationGroup(other, 'office365')).toBeUndefined();
  expect(directory.isInApplicationGroup(other, 'microsoftadminportals')).toBeUndefined();
  expect(new Set(documentedGroups.map(([group]) => group))).toContain(azureManagementId);
});
