import type { Value } from '../../kernel/index.ts';
import { type RoleAssignment, roleGuid } from '../assignment/index.ts';
import type { RoleCondition } from '../role/index.ts';
import { fieldAt, textAt } from './field.ts';

/** Where an object is from. */
export interface ObjectPlace {
  readonly id: string;
  readonly file: string;
}

/** A role assignment as Azure Resource Manager, Resource Graph and az answer it; `undefined` when it names no role or no principal. */
export function readRoleAssignment(body: Value, { id, file }: ObjectPlace): RoleAssignment | undefined {
  const properties = fieldAt(body, 'properties') ?? body;
  const role = textAt(properties, 'roleDefinitionId');
  const principalId = textAt(properties, 'principalId');
  if (role === undefined || principalId === undefined) return undefined;
  return {
    realm: 'azure',
    kind: 'assigned',
    id,
    scope: textAt(properties, 'scope') ?? scopeOfExtension(id),
    role: roleGuid(role),
    principalId,
    principalType: textAt(properties, 'principalType') ?? '',
    ...conditionIn(properties),
    delegatedManagedIdentityResourceId: textAt(properties, 'delegatedManagedIdentityResourceId'),
    file,
  };
}

/**
 * An instance of a schedule of Privileged Identity Management for Azure resources
 * (learn.microsoft.com/rest/api/authorization/role-assignment-schedule-instances).
 */
export function readScheduleInstance(
  body: Value,
  place: ObjectPlace,
  isEligible: boolean,
): { readonly assignment: RoleAssignment; readonly origin: string | undefined } | undefined {
  const properties = fieldAt(body, 'properties') ?? body;
  const assignment = readRoleAssignment(body, place);
  if (assignment === undefined) return undefined;
  const isActivated = textAt(properties, 'assignmentType')?.toLowerCase() === 'activated';
  return {
    assignment: {
      ...assignment,
      kind: isEligible ? 'eligible' : isActivated ? 'activated' : 'assigned',
      start: textAt(properties, 'startDateTime'),
      end: textAt(properties, 'endDateTime'),
      activatedFrom: textAt(properties, 'linkedRoleEligibilityScheduleInstanceId'),
    },
    origin: textAt(properties, 'originRoleAssignmentId'),
  };
}

/** The condition of an assignment; an empty one is none. */
export function conditionIn(properties: Value): { condition?: RoleCondition } {
  const text = textAt(properties, 'condition')?.trim() ?? '';
  return text === '' ? {} : { condition: { text, version: textAt(properties, 'conditionVersion') ?? '' } };
}

/** What an id extends: all before its last `/providers/`. */
export function scopeOfExtension(id: string): string {
  const at = id.toLowerCase().lastIndexOf('/providers/');
  return at <= 0 ? '/' : id.slice(0, at);
}
