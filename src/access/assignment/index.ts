export { type AccessTruth, allOf, anyOf, no, onlyIf, opposite, unseen, yes } from './access-truth.ts';
export type { ActivationRule, ActivationRules } from './activation-rule.ts';
export {
  type AccessRealm,
  type AssignmentKind,
  isInForce,
  needsActivation,
  type RoleAssignment,
} from './assignment.ts';
export { AssignmentIndex } from './assignment-index.ts';
export { conditionTruth, readingOf } from './condition-truth.ts';
export type { DenyAssignment } from './deny-assignment.ts';
export { deniedBy, denyTruth } from './deny-check.ts';
export { DenyIndex, isEveryone } from './deny-index.ts';
export { type AskedAction, type ConditionStep, type GrantCheck, GrantChecker } from './grant-check.ts';
export { RoleTable, roleGuid } from './role-table.ts';
export { type ScopeChain, scopeChain, scopeKey } from './scope-chain.ts';
