import { textAt } from './field.ts';
import { kept, type ObjectReader } from './object-reader.ts';
import { readFederatedCredential } from './read-directory-facts.ts';
import { memberNamed } from './read-members.ts';

/** Readers of what Microsoft Graph answers below an object, by the folded type without `microsoft.graph.`: the body has the id of that object in `parentId`. */
export const relationReaders: ReadonlyMap<string, ObjectReader> = new Map<string, ObjectReader>([
  ['groups/members', readMember],
  ['groups/transitivemembers', readMember],
  ...['users', 'groups', 'serviceprincipals', 'devices'].flatMap((set): [string, ObjectReader][] => [
    [`${set}/memberof`, readGroup],
    [`${set}/transitivememberof`, readGroup],
  ]),
  ['groups/owners', ownerReader('group')],
  ['applications/owners', ownerReader('application')],
  ['serviceprincipals/owners', ownerReader('servicePrincipal')],
  [
    'federatedidentitycredential',
    ({ body }, shelf) => kept(readFederatedCredential(body), (one) => shelf.credentials.push(one)),
  ],
]);

function readMember({ body }: Parameters<ObjectReader>[0], shelf: Parameters<ObjectReader>[1]): boolean {
  const groupId = textAt(body, 'parentId');
  const member = memberNamed(body);
  if (groupId === undefined || member === undefined) return false;
  shelf.memberships.addMember(groupId, member);
  return true;
}

/** Directory roles and administrative units are listed among the groups that something is in. */
function readGroup({ body }: Parameters<ObjectReader>[0], shelf: Parameters<ObjectReader>[1]): boolean {
  const memberId = textAt(body, 'parentId');
  const group = memberNamed(body);
  if (memberId === undefined || group === undefined) return false;
  const stated = textAt(body, '@odata.type');
  if (stated === undefined || group.kind === 'group')
    shelf.memberships.addMember(group.id, { id: memberId, kind: 'unknown', name: '' });
  return true;
}

function ownerReader(of: 'group' | 'application' | 'servicePrincipal'): ObjectReader {
  return ({ body }, shelf) => {
    const ownedId = textAt(body, 'parentId');
    const ownerId = textAt(body, 'id');
    if (ownedId === undefined || ownerId === undefined) return false;
    shelf.ownerships.push({ ownerId, ownedId, of });
    return true;
  };
}
