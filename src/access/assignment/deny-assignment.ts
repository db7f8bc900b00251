import type { RoleCondition, RolePermission } from '../role/index.ts';

/** What principals cannot do at a scope, whatever roles they have (articles/role-based-access-control/deny-assignments.md). */
export interface DenyAssignment {
  readonly id: string;
  readonly name: string;
  readonly scope: string;
  /** Whether it holds at its scope alone. */
  readonly isScopeOnly: boolean;
  readonly permissions: readonly RolePermission[];
  /** Object ids; {@link everyoneId} stands for all principals. */
  readonly principals: readonly string[];
  readonly excluded: readonly string[];
  readonly condition?: RoleCondition | undefined;
  readonly isSystemProtected: boolean;
  readonly file: string;
}
