import { isObject, type Value } from '../../kernel/index.ts';
import type { RoleAssignment } from '../assignment/index.ts';
import { textAt } from './field.ts';
import { readDirectoryAssignment } from './read-directory-assignment.ts';
import { readRoleAssignment } from './read-role-assignment.ts';

const depthMax = 5;

/**
 * The role assignments in an entry of AzureHound (SpecterOps/AzureHound, models). It lists them under the resource and under a name for each role:
 * `AZVMOwner` has `owners: [{ owner }]`, `AZWebAppRoleAssignment` has `assignees: [{ assignee }]`, `AZRoleAssignment` has `roleAssignments`. The
 * assignment is always an object as its API answers it, which is how they are found here; ids are in capitals. Of those of Azure it keeps no
 * condition.
 */
export function readHoundAssignments(data: Value, file: string): readonly RoleAssignment[] {
  const found: RoleAssignment[] = [];
  const visit = (value: Value, depth: number): void => {
    if (depth > depthMax) return;
    if (Array.isArray(value)) for (const one of value) visit(one, depth + 1);
    if (!isObject(value)) return;
    const assignment = assignmentIn(value, file);
    if (assignment === undefined) for (const one of Object.values(value)) visit(one, depth + 1);
    else found.push(assignment);
  };
  visit(data, 0);
  return found;
}

function assignmentIn(value: Value, file: string): RoleAssignment | undefined {
  const id = textAt(value, 'id');
  if (id === undefined) return undefined;
  if (textAt(value, 'directoryScopeId') !== undefined) {
    const assignment = readDirectoryAssignment(value, { id, file }, false);
    return assignment && { ...assignment, scope: directoryScopeOf(value) ?? assignment.scope };
  }
  const assignment = id.startsWith('/') ? readRoleAssignment(value, { id, file }) : undefined;
  return assignment && { ...assignment, condition: { text: '', version: '', isUnseen: true } };
}

/**
 * AzureHound writes the application id of the scope in `directoryScopeId`, which leaves `/`, the whole tenant, where the scope is an administrative
 * unit (cmd/list-role-assignments.go). What the scope is stands in `directoryScope`.
 */
function directoryScopeOf(assignment: Value): string | undefined {
  const id = textAt(assignment, 'directoryScope', 'id');
  if (id === undefined || isTenant(assignment)) return undefined;
  return textAt(assignment, 'directoryScope', 'appId') === undefined
    ? `/administrativeUnits/${id}`
    : `/${id}`;
}

/** Whether the scope that is spelled out is the tenant itself. */
function isTenant(assignment: Value): boolean {
  return textAt(assignment, 'directoryScope', '@odata.type') === '#microsoft.graph.organization';
}
