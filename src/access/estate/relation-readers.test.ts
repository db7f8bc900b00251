import { describe, expect, test } from 'vitest';
import { memoryEstate } from '../../estate/index.ts';
import type { Value, ValueObject } from '../../kernel/index.ts';
import { smallFacts } from './access.case.ts';
import { readAccess } from './read-access.ts';

const parent = '00000000-0000-0000-0000-000000000001';
const child = '00000000-0000-0000-0000-000000000002';

async function answered(path: string, ...value: ValueObject[]) {
  const answer: Value = { '@odata.context': `https://graph.microsoft.com/v1.0/$metadata#${path}`, value };
  const model = await readAccess(memoryEstate([answer], '2026-11-01T00:00:00Z').estate, smallFacts);
  const positionOf = (id: string) => model.principals.positionOf(id) ?? -1;
  const groupsOf = (id: string) =>
    [...model.membership.groupsOf(positionOf(id)).keys()].map((one) => model.principals.at(one).id);
  return { model, groupsOf, positionOf };
}

const user = { '@odata.type': '#microsoft.graph.user', id: child, displayName: 'Ada' };

describe('answers below an object', () => {
  test.each(['members', 'transitiveMembers'])('%s of a group are members of that group', async (relation) => {
    const { model, groupsOf, positionOf } = await answered(`groups('${parent}')/${relation}`, user);
    expect(groupsOf(child)).toEqual([child, parent]);
    expect(model.principals.at(positionOf(child))).toMatchObject({ name: 'Ada', kind: 'user' });
    expect(model.principals.at(positionOf(parent)).kind).toBe('group');
    expect(model.seen.has('groupMembers')).toBe(true);
    // There may be more pages than were exported.
    expect(model.membership.mayHoldMore(positionOf(parent))).toBe(true);
  });

  test('members in the pages of a delta query are all members; there may be more', async () => {
    const page = (id: string) => ({ id: parent, displayName: 'admins', 'members@delta': [{ id }] });
    const other = '00000000-0000-0000-0000-000000000003';
    const { model, groupsOf, positionOf } = await answered(
      'groups(displayName,members)',
      page(child),
      page(other),
    );
    expect([groupsOf(child), groupsOf(other)]).toEqual([
      [child, parent],
      [other, parent],
    ]);
    expect(model.membership.mayHoldMore(positionOf(parent))).toBe(true);
  });

  test('the groups of a user are among what it is in; directory roles are none', async () => {
    const role = '00000000-0000-0000-0000-000000000003';
    const { groupsOf } = await answered(
      `users('${parent}')/memberOf`,
      { '@odata.type': '#microsoft.graph.group', id: child },
      { '@odata.type': '#microsoft.graph.directoryRole', id: role },
    );
    expect(groupsOf(parent)).toEqual([parent, child]);
  });

  test.each([
    ['groups', 'group'],
    ['applications', 'application'],
    ['servicePrincipals', 'servicePrincipal'],
  ])('owners of %s own it', async (set, of) => {
    const { model } = await answered(`${set}('${parent}')/owners`, user);
    expect(model.directoryFacts.ownerships).toEqual([{ ownerId: child, ownedId: parent, of }]);
  });

  test('federated credentials are those of the application', async () => {
    const { model } = await answered(`applications('${parent}')/federatedIdentityCredentials`, {
      id: 'f',
      name: 'main',
      issuer: 'https://token.contoso.example',
      subject: 'repo:contoso/shop',
    });
    expect(model.directoryFacts.credentials).toMatchObject([
      { objectId: parent, kind: 'federated', id: 'f', subject: 'repo:contoso/shop' },
    ]);
    expect(model.directoryFacts.applications).toEqual([]);
  });

  test.each(['users', 'groups', 'servicePrincipals'])('app roles of %s are no %s', async (set) => {
    const grant = { id: 'g', appRoleId: 'r', principalId: parent, resourceId: child };
    const { model } = await answered(`${set}('${parent}')/appRoleAssignments`, grant);
    expect(model.directoryFacts.appRoleGrants).toEqual([grant]);
    expect(model.principals.all.filter(({ isListed }) => isListed)).toEqual([]);
  });
});
