import type { EstateObject } from '../../estate/index.ts';
import { fold } from '../../kernel/index.ts';
import { fieldAt, flagAt, objectsAt, textAt } from './field.ts';
import {
  idOfObject,
  keepAssignment,
  kept,
  type ObjectReader,
  type ObjectShelf,
  roleReader,
} from './object-reader.ts';
import { readActivationRule, readPolicyLink } from './read-activation-rule.ts';
import { readDirectoryAssignment } from './read-directory-assignment.ts';
import {
  credentialsIn,
  ownersIn,
  readApplication,
  readAppRoleGrant,
  readPermissionGrant,
} from './read-directory-facts.ts';
import { readHoundAssignments } from './read-hound-assignments.ts';
import { membersOfHound } from './read-members.ts';
import { principalKind, readPrincipal } from './read-principal.ts';
import { readTimedMembership } from './read-timed-membership.ts';
import { relationReaders } from './relation-readers.ts';

/** Readers of objects of Microsoft Graph, by the folded type without `microsoft.graph.`; Graph's own names and those of its sets. */
const graphReaders: ReadonlyMap<string, ObjectReader> = new Map<string, ObjectReader>([
  ['application', readApplicationObject],
  ['approleassignment', readAppRole],
  [
    'oauth2permissiongrant',
    ({ body }, shelf) => {
      shelf.seen.add('permissionGrants');
      return kept(readPermissionGrant(body), (one) => shelf.permissionGrants.push(one));
    },
  ],
  ['unifiedroledefinition', roleReader(true)],
  ...[
    'unifiedroleassignment',
    'unifiedroleassignmentscheduleinstance',
    'roleassignmentscheduleinstances',
  ].map((type): [string, ObjectReader] => [type, directoryReader(false)]),
  ...['unifiedroleeligibilityscheduleinstance', 'roleeligibilityscheduleinstances'].map(
    (type): [string, ObjectReader] => [type, directoryReader(true)],
  ),
  ['privilegedaccessgroupeligibilityscheduleinstance', timedReader(true)],
  ['privilegedaccessgroupassignmentscheduleinstance', timedReader(false)],
  [
    'unifiedrolemanagementpolicyassignment',
    ({ body, id }, shelf) => kept(readPolicyLink(body, id), (one) => shelf.links.push(one)),
  ],
  [
    'unifiedrolemanagementpolicy',
    ({ body, id }, shelf) => kept(readActivationRule(body, id), (one) => shelf.rules.set(fold(id), one)),
  ],
]);

/** Reads an object of Microsoft Graph or AzureHound; `undefined` for one that access does not look at. */
export function directoryReaderOf(object: EstateObject): ObjectReader | undefined {
  const type = fold(object.type);
  if (type.startsWith('az')) return houndReaderOf(type);
  if (principalKind(type) !== undefined) return readPrincipalObject;
  const name = type.replace(/^microsoft\.graph\./, '');
  return graphReaders.get(name) ?? relationReaders.get(name);
}

/** Readers of what AzureHound collects of the directory (SpecterOps/AzureHound, enums/kind.go, models). */
const houndReaders: ReadonlyMap<string, ObjectReader> = new Map<string, ObjectReader>([
  ['azapp', readApplicationObject],
  [
    'azfederatedidentitycredential',
    ({ body }, shelf) => {
      const appId = textAt(body, 'appId');
      if (appId === undefined) return false;
      const federatedIdentityCredentials = objectsAt(body, 'fics').flatMap(
        (one) => fieldAt(one, 'fic') ?? [],
      );
      shelf.credentials.push(...credentialsIn({ federatedIdentityCredentials }, appId));
      return true;
    },
  ],
  [
    'azrole',
    // AzureHound leaves out what a built-in role inherits; what those have is known.
    (object, shelf) => flagAt(object.body, 'isBuiltIn') === true || roleReader(true)(object, shelf),
  ],
  [
    'azrolemanagementpolicyassignment',
    ({ body, id }, shelf) => kept(readPolicyLink(body, id), (one) => shelf.links.push(one)),
  ],
  ['azapproleassignment', readAppRole],
  [
    'azgroupmember',
    ({ body }, shelf) => {
      const groupId = textAt(body, 'groupId');
      if (groupId === undefined) return false;
      shelf.memberships.addMembers(groupId, membersOfHound(body));
      return true;
    },
  ],
  ['azgroupowner', ownerReader('groupId', 'group')],
  ['azappowner', ownerReader('appId', 'application')],
  ['azserviceprincipalowner', ownerReader('servicePrincipalId', 'servicePrincipal')],
  ['azroleeligibilityscheduleinstance', directoryReader(true)],
]);

function houndReaderOf(type: string): ObjectReader | undefined {
  const reader =
    houndReaders.get(type) ?? (principalKind(type) === undefined ? undefined : readPrincipalObject);
  if (reader !== undefined) return reader;
  return /(roleassignment|owner|contributor|admin|adminlogin|getsecrets)s?$/.test(type)
    ? readHound
    : undefined;
}

function readHound({ body, file }: EstateObject, shelf: ObjectShelf): boolean {
  for (const one of readHoundAssignments(body, file)) {
    shelf.seen.add(one.realm === 'azure' ? 'roleAssignments' : 'directoryRoles');
    keepAssignment(one, shelf);
  }
  return true;
}

function readPrincipalObject({ type, body }: EstateObject, shelf: ObjectShelf): boolean {
  const kind = principalKind(type) ?? 'unknown';
  const principal = readPrincipal(body, kind);
  if (principal === undefined) return false;
  if (kind === 'user') shelf.seen.add('users');
  if (kind === 'group') shelf.seen.add('groups');
  if (kind === 'servicePrincipal') shelf.seen.add('servicePrincipals');
  shelf.principals.add(principal);
  shelf.memberships.addPrincipal(principal, body);
  if (kind === 'group') shelf.ownerships.push(...ownersIn(body, principal.id, 'group'));
  if (kind === 'servicePrincipal') {
    shelf.ownerships.push(...ownersIn(body, principal.id, 'servicePrincipal'));
    shelf.credentials.push(...credentialsIn(body, principal.id));
  }
  return true;
}

function readApplicationObject({ body }: EstateObject, shelf: ObjectShelf): boolean {
  return kept(readApplication(body), (one) => {
    shelf.seen.add('applications');
    shelf.applications.push(one);
    shelf.ownerships.push(...ownersIn(body, one.id, 'application'));
    shelf.credentials.push(...credentialsIn(body, one.id));
  });
}

function readAppRole({ body }: EstateObject, shelf: ObjectShelf): boolean {
  shelf.seen.add('appRoleAssignments');
  return kept(readAppRoleGrant(body), (one) => shelf.appRoleGrants.push(one));
}

function directoryReader(isEligible: boolean): ObjectReader {
  return (object, shelf) => {
    shelf.seen.add('directoryRoles');
    const place = { id: idOfObject(object), file: object.file };
    return kept(readDirectoryAssignment(object.body, place, isEligible), (one) => {
      const type = textAt(fieldAt(object.body, 'principal'), '@odata.type') ?? '';
      shelf.principals.mention(one.principalId, principalKind(type.replace(/^#/, '')) ?? 'unknown');
      keepAssignment(one, shelf);
    });
  };
}

function timedReader(isEligible: boolean): ObjectReader {
  return (object, shelf) => {
    if (isEligible) shelf.seen.add('groupEligibility');
    const place = { id: idOfObject(object), file: object.file };
    return kept(readTimedMembership(object.body, place, isEligible), (one) => {
      shelf.timedMemberships.push(one);
      shelf.memberships.addTimed(one);
      if (one.as === 'owner' && !isEligible)
        shelf.ownerships.push({ ownerId: one.principalId, ownedId: one.groupId, of: 'group' });
    });
  };
}

function ownerReader(name: string, of: 'group' | 'application' | 'servicePrincipal'): ObjectReader {
  return ({ body }, shelf) => {
    const ownedId = textAt(body, name);
    if (ownedId === undefined) return false;
    shelf.ownerships.push(...ownersIn(body, ownedId, of));
    return true;
  };
}
