export { classifyRole, type RoleClass, type RolePrivilege } from './classify-role.ts';
export { type ConditionalOverlap, compareRoles, type RoleComparison } from './compare-roles.ts';
export { type CoverOptions, coverRoles, type NeededAction, type RoleCover } from './cover-roles.ts';
export type { PlaneActions } from './plane-actions.ts';
export { type PrivilegeRule, type PrivilegeTier, privilegeRules } from './privilege-rule.ts';
export { type RoleReading, readRoleDefinition } from './read-role-definition.ts';
export type { Plane, RoleCondition, RoleDefinition, RolePermission } from './role-definition.ts';
export { fitOfRole, type NeededActions, type RoleFit } from './role-fit.ts';
export {
  type ActionGrant,
  actionsOfRole,
  grantOfAction,
  grantsOfRole,
  type RoleGrant,
} from './role-grants.ts';
export { RoleMatrix } from './role-matrix.ts';
