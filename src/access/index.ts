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
export * from './pattern/index.ts';
export * from './role/index.ts';
