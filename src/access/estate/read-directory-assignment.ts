import type { Value } from '../../kernel/index.ts';
import { type AssignmentKind, type RoleAssignment, roleGuid } from '../assignment/index.ts';
import { fieldAt, textAt } from './field.ts';
import type { ObjectPlace } from './read-role-assignment.ts';

/**
 * An assignment of a role of Microsoft Entra ID, or an instance of a schedule of one (learn.microsoft.com/graph/api/resources/unifiedroleassignment,
 * unifiedroleassignmentscheduleinstance, unifiedroleeligibilityscheduleinstance).
 */
export function readDirectoryAssignment(
  body: Value,
  { id, file }: ObjectPlace,
  isEligible: boolean,
): RoleAssignment | undefined {
  const role = textAt(body, 'roleDefinitionId');
  const principalId = textAt(body, 'principalId');
  if (role === undefined || principalId === undefined) return undefined;
  const isActivated = textAt(body, 'assignmentType')?.toLowerCase() === 'activated';
  const kind: AssignmentKind = isEligible ? 'eligible' : isActivated ? 'activated' : 'assigned';
  const type = textAt(fieldAt(body, 'principal'), '@odata.type')?.split('.').at(-1) ?? '';
  return {
    realm: 'directory',
    kind,
    id,
    scope: textAt(body, 'directoryScopeId') ?? textAt(body, 'appScopeId') ?? '/',
    role: roleGuid(role),
    principalId,
    principalType: type,
    start: textAt(body, 'startDateTime'),
    end: textAt(body, 'endDateTime'),
    file,
  };
}
