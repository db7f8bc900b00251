import type { RoleDefinition } from '../role/index.ts';

/**
 * A directory role with its permissions as patterns: `allTasks` stands for every task, `allProperties` and `allEntities` for all of theirs, and
 * `basic` and `standard` for themselves
 * (learn.microsoft.com/entra/identity/role-based-access-control/custom-create#permission-format).
 */
export function directoryRole(
  role: RoleDefinition,
  find: (guid: string) => RoleDefinition | undefined,
): RoleDefinition {
  const inherited = (role.inherits ?? []).flatMap((guid) => find(guid)?.permissions ?? []);
  return {
    ...role,
    permissions: [...role.permissions, ...inherited].map((permission) => ({
      ...permission,
      actions: permission.actions.flatMap(directoryPatterns),
      notActions: permission.notActions.flatMap(directoryPatterns),
    })),
  };
}

/** The patterns that a permission of the directory stands for. */
export function directoryPatterns(action: string): readonly string[] {
  const segments = action.split('/').map((one) => one.trim());
  const task = segments.at(-1)?.toLowerCase();
  const properties = segments.at(-2)?.toLowerCase();
  const isAllTasks = task === 'alltasks';
  const isAllProperties = properties === 'allproperties';
  if (!isAllTasks && !isAllProperties) return [action];
  const entity = segments.slice(0, isAllProperties ? -2 : -1);
  if (entity.at(-1)?.toLowerCase() === 'allentities') entity.pop();
  const owner = entity.join('/');
  const verb = isAllTasks ? '*' : `*/${segments.at(-1)}`;
  // `allProperties/read` says the same as the permission that it stands for, which is asked about by its own name too.
  return [`${owner}/${verb}`, action];
}
