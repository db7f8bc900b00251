import type { EstateObject } from '../../estate/index.ts';
import { fold, isObject } from '../../kernel/index.ts';
import {
  type ActivationRule,
  type DenyAssignment,
  type RoleAssignment,
  type RoleTable,
  roleGuid,
} from '../assignment/index.ts';
import type { PrincipalTable } from '../principal/index.ts';
import { readRoleDefinition } from '../role/index.ts';
import type { UnreadObject } from './access-model.ts';
import type { AccessSource } from './access-source.ts';
import type {
  AppCredential,
  Application,
  AppRoleGrant,
  Ownership,
  PermissionGrant,
} from './directory-facts.ts';
import type { MembershipReader } from './membership-reader.ts';
import type { PolicyLink } from './read-activation-rule.ts';
import type { TimedMembership } from './timed-membership.ts';

/** What reading objects fills. */
export interface ObjectShelf {
  readonly principals: PrincipalTable;
  readonly memberships: MembershipReader;
  readonly roles: RoleTable;
  readonly directoryRoles: RoleTable;
  /** By the folded id, for schedules to find what they are of. */
  readonly assignments: Map<string, RoleAssignment>;
  readonly schedules: { readonly assignment: RoleAssignment; readonly origin: string | undefined }[];
  readonly timedMemberships: TimedMembership[];
  readonly denials: DenyAssignment[];
  readonly rules: Map<string, ActivationRule>;
  readonly links: PolicyLink[];
  readonly applications: Application[];
  readonly appRoleGrants: AppRoleGrant[];
  readonly permissionGrants: PermissionGrant[];
  readonly ownerships: Ownership[];
  readonly credentials: AppCredential[];
  readonly seen: Set<AccessSource>;
  readonly unread: UnreadObject[];
}

/** Reads one kind of object onto the shelf; `false` when it could not be read. */
export type ObjectReader = (object: EstateObject, shelf: ObjectShelf) => boolean;

/** Takes what was read, or says that nothing was. */
export function kept<Item>(item: Item | undefined, keep: (item: Item) => void): boolean {
  if (item === undefined) return false;
  keep(item);
  return true;
}

/** Reads a role definition of Azure or, with `isDirectory`, of Microsoft Entra ID. */
export function roleReader(isDirectory: boolean): ObjectReader {
  return ({ id, type, body, file }, shelf) => {
    const table = isDirectory ? shelf.directoryRoles : shelf.roles;
    const reading = readRoleDefinition(body);
    shelf.seen.add('roleDefinitions');
    if ('role' in reading) {
      table.add(isDirectory ? { ...reading.role, name: roleGuid(id) } : reading.role);
      return true;
    }
    table.addProblem(roleGuid(id), reading.problem);
    shelf.unread.push({ id, type, file, problem: reading.problem });
    return true;
  };
}

/** The id of an object, or the one that its body has. */
export function idOfObject({ id, body }: EstateObject): string {
  return isObject(body) && typeof body.id === 'string' ? body.id : id;
}

/** Adds an assignment; one that was read before is replaced, unless it says more. */
export function keepAssignment(assignment: RoleAssignment, shelf: ObjectShelf): void {
  const id = assignment.id === '' ? `${shelf.assignments.size}` : fold(assignment.id);
  const key = `${assignment.realm} ${assignment.kind} ${id}`;
  if (assignment.condition?.isUnseen === true && shelf.assignments.has(key)) return;
  shelf.assignments.set(key, assignment);
}
