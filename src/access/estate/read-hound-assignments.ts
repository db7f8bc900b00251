import { isObject, type Value } from '../../kernel/index.ts';
import type { RoleAssignment } from '../assignment/index.ts';
import { textAt } from './field.ts';
import { readDirectoryAssignment } from './read-directory-assignment.ts';
import { readRoleAssignment } from './read-role-assignment.ts';

const depthMax = 5;

/**
 * The role assignments in an entry of AzureHound. It lists them under the resource and under a name for each role (`AZVMOwner` has `owners: [{ owner }]`,
 * `AZRoleAssignment` has `roleAssignments`), always with the assignment as its API answers it, which is how they are found here.
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
  return textAt(value, 'directoryScopeId') !== undefined
    ? readDirectoryAssignment(value, { id, file }, false)
    : id.startsWith('/')
      ? readRoleAssignment(value, { id, file })
      : undefined;
}
