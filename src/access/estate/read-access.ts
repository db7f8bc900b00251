import type { Estate, EstateObject } from '../../estate/index.ts';
import { fold } from '../../kernel/index.ts';
import { AssignmentIndex, DenyIndex, type RoleAssignment, RoleTable } from '../assignment/index.ts';
import { type PrincipalKind, PrincipalTable } from '../principal/index.ts';
import type { AccessFacts, AccessModel } from './access-model.ts';
import type { AccessSource } from './access-source.ts';
import { activationRules } from './activation-rules.ts';
import { azureObjectReaders } from './azure-object-readers.ts';
import { byObjectIds } from './by-object-ids.ts';
import { classicAssignment, classicRole } from './classic-administrator.ts';
import { directoryReaderOf } from './directory-object-readers.ts';
import { directoryRole } from './directory-role.ts';
import { MembershipReader } from './membership-reader.ts';
import type { ObjectShelf } from './object-reader.ts';
import { ResourceReader } from './resource-reader.ts';
import { withSchedules } from './schedules.ts';

/** How an estate is read. */
export interface ReadAccessOptions {
  /**
   * Sources that were exported in full, whatever came of it: an export that found nothing leaves no object, and the estate alone cannot tell it from
   * one that was never made.
   */
  readonly exported?: Iterable<AccessSource> | undefined;
}

/** Reads who has what from an estate: its objects, and what its resources say of access. Streams the resources once. */
export async function readAccess(
  estate: Estate,
  facts: AccessFacts,
  { exported = [] }: ReadAccessOptions = {},
): Promise<AccessModel> {
  const shelf = emptyShelf(facts, exported);
  for (const object of estate.objects) readObject(object, shelf);
  const resources = new ResourceReader();
  for await (const batch of estate.resources()) for (const one of batch) resources.add(one);
  for (const one of resources.principals) shelf.principals.add(one);
  if (resources.count > 0) shelf.seen.add('resources');
  if (resources.hasDelegations) shelf.seen.add('delegations');
  if (shelf.memberships.isFed) shelf.seen.add('groupMembers');
  if ([...estate.scopes.all].some(({ kind }) => kind === 'managementGroup'))
    shelf.seen.add('managementGroups');

  const assignments = allAssignments(shelf, resources);
  for (const one of assignments) shelf.principals.mention(one.principalId, kindOf(one.principalType));
  for (const { principals, excluded } of shelf.denials)
    for (const id of [...principals, ...excluded]) shelf.principals.mention(id);
  for (const { policies } of resources.access.vaults.values())
    for (const { principalId } of policies) shelf.principals.mention(principalId);
  const positionOf = ({ principalId }: RoleAssignment) => shelf.principals.mention(principalId);
  const ofRealm = (realm: RoleAssignment['realm']) =>
    new AssignmentIndex(
      assignments.filter((one) => one.realm === realm),
      positionOf,
    );
  return {
    name: estate.name,
    facts,
    scopes: estate.scopes,
    principals: shelf.principals,
    membership: shelf.memberships.finish(new Set(exported).has('groupMembers')),
    roles: shelf.roles,
    directoryRoles: patternsOf(shelf.directoryRoles, facts),
    azure: ofRealm('azure'),
    directory: ofRealm('directory'),
    timedMemberships: shelf.timedMemberships,
    activatedMemberships: [],
    denials: new DenyIndex(shelf.denials),
    activation: activationRules(shelf.links, shelf.rules),
    directoryFacts: byObjectIds(shelf),
    resources: resources.access,
    identities: resources.identities,
    stated: new Set(exported),
    seen: shelf.seen,
    unread: shelf.unread,
  };
}

function emptyShelf(facts: AccessFacts, exported: Iterable<AccessSource>): ObjectShelf {
  const principals = new PrincipalTable();
  const roles = new RoleTable(facts.role);
  roles.add(classicRole);
  return {
    principals,
    memberships: new MembershipReader(principals),
    roles,
    directoryRoles: new RoleTable(facts.directoryRole),
    assignments: new Map(),
    schedules: [],
    timedMemberships: [],
    denials: [],
    rules: new Map(),
    links: [],
    applications: [],
    appRoleGrants: [],
    permissionGrants: [],
    ownerships: [],
    credentials: [],
    seen: new Set(exported),
    unread: [],
  };
}

function readObject(object: EstateObject, shelf: ObjectShelf): void {
  const read = azureObjectReaders.get(fold(object.type)) ?? directoryReaderOf(object);
  if (read === undefined || read(object, shelf)) return;
  const { id, type, file } = object;
  shelf.unread.push({ id, type, file, problem: 'what it is about is missing' });
}

function allAssignments(shelf: ObjectShelf, resources: ResourceReader): readonly RoleAssignment[] {
  const { assignments, undefinedIds } = resources.delegated();
  for (const id of undefinedIds)
    shelf.unread.push({
      id,
      type: 'Microsoft.ManagedServices/registrationAssignments',
      file: '',
      problem: 'its definition was not seen',
    });
  if (resources.classicAdministrators.length > 0) shelf.seen.add('classicAdministrators');
  return [
    ...withSchedules([...shelf.assignments.values()], shelf.schedules),
    ...assignments,
    ...resources.classicAdministrators.map((one) => classicAssignment(one, shelf.principals)),
  ];
}

/** Roles of the directory with their permissions as patterns. */
function patternsOf(table: RoleTable, facts: AccessFacts): RoleTable {
  const find = (guid: string) => table.find(guid);
  const patterns = new RoleTable((guid) => {
    const role = facts.directoryRole(guid);
    return role === undefined ? undefined : directoryRole(role, find);
  });
  for (const role of table.own) patterns.add(directoryRole(role, find));
  return patterns;
}

/** What an assignment says of its principal. */
function kindOf(principalType: string): PrincipalKind {
  switch (fold(principalType)) {
    case 'user':
      return 'user';
    case 'group':
    case 'foreigngroup':
      return 'group';
    case 'serviceprincipal':
      return 'servicePrincipal';
    case 'device':
      return 'device';
    default:
      return 'unknown';
  }
}
