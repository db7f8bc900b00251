export {
  type AccessRealm,
  type ActivationRule,
  type ActivationRules,
  AssignmentIndex,
  type AssignmentKind,
  type DenyAssignment,
  DenyIndex,
  isInForce,
  needsActivation,
  type RoleAssignment,
  RoleTable,
  roleGuid,
  type ScopeChain,
  scopeChain,
  scopeKey,
} from './assignment/index.ts';
export {
  type AttributeFact,
  attributeFacts,
  type Condition,
  type ConditionDecision,
  type ConditionFacts,
  type ConditionLimits,
  type ConditionReading,
  type Coverage,
  conditionLimits,
  conditionSentence,
  conditionVersionProblem,
  conditionWarnings,
  coverageOf,
  evaluateCondition,
  type NameLookup,
  parseCondition,
  printCondition,
  type RoleAssignmentSubject,
  roleAssignmentActions,
  roleAssignmentFacts,
} from './condition/index.ts';
export * from './conditional-access/index.ts';
export * from './decision/index.ts';
export * from './escalation/index.ts';
export * from './estate/index.ts';
export * from './pattern/index.ts';
export * from './principal/index.ts';
export * from './question/index.ts';
export * from './role/index.ts';
