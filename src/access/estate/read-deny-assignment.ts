import type { Value } from '../../kernel/index.ts';
import type { DenyAssignment } from '../assignment/index.ts';
import type { RolePermission } from '../role/index.ts';
import { fieldAt, flagAt, objectsAt, textAt, textsAt } from './field.ts';
import { conditionIn, type ObjectPlace, scopeOfExtension } from './read-role-assignment.ts';

/** A deny assignment as Azure Resource Manager answers it (learn.microsoft.com/rest/api/authorization/deny-assignments). */
export function readDenyAssignment(body: Value, { id, file }: ObjectPlace): DenyAssignment | undefined {
  const properties = fieldAt(body, 'properties') ?? body;
  const principals = objectsAt(properties, 'principals');
  if (principals.length === 0) return undefined;
  return {
    id,
    name: textAt(properties, 'denyAssignmentName') ?? id.slice(id.lastIndexOf('/') + 1),
    scope: textAt(properties, 'scope') ?? scopeOfExtension(id),
    isScopeOnly: flagAt(properties, 'doNotApplyToChildScopes') ?? false,
    permissions: objectsAt(properties, 'permissions').map(
      (one): RolePermission => ({
        actions: textsAt(one, 'actions'),
        notActions: textsAt(one, 'notActions'),
        dataActions: textsAt(one, 'dataActions'),
        notDataActions: textsAt(one, 'notDataActions'),
        ...conditionIn(one),
      }),
    ),
    principals: principals.flatMap((one) => textAt(one, 'id') ?? []),
    excluded: objectsAt(properties, 'excludePrincipals').flatMap((one) => textAt(one, 'id') ?? []),
    ...conditionIn(properties),
    isSystemProtected: flagAt(properties, 'isSystemProtected') ?? false,
    file,
  };
}
