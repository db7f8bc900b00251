import { describe, expect, it } from 'vitest';
import { readDirectoryObject } from './directory-object.ts';
import { readDirectoryRelation } from './directory-relation.ts';

const graph = 'https://graph.microsoft.com/v1.0/$metadata#';
const parentId = '00000000-0000-0000-0000-000000000001';

describe('readDirectoryRelation', () => {
  it.each([
    ['groups', 'members'],
    ['groups', 'transitiveMembers'],
    ['users', 'memberOf'],
    ['applications', 'owners'],
  ])('says of which of the %s something is among the %s', (set, relation) => {
    const item = { id: 'a', '@odata.type': '#microsoft.graph.user', mail: 'ada@contoso.example' };
    expect(readDirectoryRelation(item, `${graph}${set}('${parentId}')/${relation}(id,mail)`)).toEqual({
      type: `microsoft.graph.${set}/${relation}`,
      id: `${parentId} a`,
      body: { parentId, id: 'a', '@odata.type': '#microsoft.graph.user' },
    });
  });

  it.each([
    ['the object itself', 'groups/$entity'],
    ['an answer that does not name the parent', 'directoryObjects'],
    ['a parent by another name', "users('ada%40contoso.example')/memberOf"],
    ['what says itself what it is of', `servicePrincipals('${parentId}')/appRoleAssignments`],
    ['a list of properties', "groups(id,members('x'))/members"],
  ])('reads nothing in %s', (_, context) => {
    expect(readDirectoryRelation({ id: 'a' }, `${graph}${context}`)).toBeUndefined();
  });

  it('reads nothing in what has no id', () => {
    expect(readDirectoryRelation({}, `${graph}groups('${parentId}')/members`)).toBeUndefined();
  });
});

describe('readDirectoryObject below another object', () => {
  it('has its own type, and the parent where it does not name it', () => {
    const context = `${graph}applications('${parentId}')/federatedIdentityCredentials`;
    expect(readDirectoryObject({ id: 'f', subject: 's' }, context)).toEqual({
      type: 'microsoft.graph.federatedIdentityCredential',
      id: 'f',
      body: { id: 'f', subject: 's', parentId },
    });
  });

  it.each(['appRoleAssignments', 'appRoleAssignedTo'])('knows %s', (relation) => {
    const item = { id: '1', principalId: 'p' };
    expect(readDirectoryObject(item, `${graph}servicePrincipals('${parentId}')/${relation}`)).toEqual({
      type: 'microsoft.graph.appRoleAssignment',
      id: '1',
      body: item,
    });
  });

  it('does not take what is below an object for one of its type', () => {
    const type = (relation: string) =>
      readDirectoryObject({ id: '1' }, `${graph}groups('${parentId}')/${relation}`)?.type;
    expect(type('members')).toBe('microsoft.graph.directoryObject');
    expect(type('threads')).toBe('microsoft.graph.threads');
    expect(type('members/microsoft.graph.user')).toBe('microsoft.graph.directoryObject');
  });
});
