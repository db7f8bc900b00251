export { type Coverage, coverageOf } from './action-coverage.ts';
export type { Attribute, AttributeSource } from './attribute.ts';
export type { Comparable, Family, Scalar } from './comparable.ts';
export {
  attributesOf,
  type Comparison,
  type Condition,
  type ExistsCondition,
  type JunctionCondition,
  type LeafCondition,
  leavesOf,
  type MatchCondition,
  type NotCondition,
  type Operand,
  type Values,
} from './condition.ts';
export {
  type AttributeFact,
  attributeFacts,
  attributeNamed,
  type ConditionFacts,
} from './condition-facts.ts';
export { type ConditionLimits, conditionLimits } from './condition-limits.ts';
export { conditionSentence, type NameLookup } from './condition-sentence.ts';
export { conditionVersionProblem } from './condition-version.ts';
export { conditionWarnings } from './condition-warnings.ts';
export { type ConditionDecision, evaluateCondition } from './evaluate-condition.ts';
export { type Operator, operators, type Quantifier } from './operator.ts';
export { type ConditionReading, parseCondition } from './parse-condition.ts';
export { conditionKey, printCondition } from './print-condition.ts';
export {
  type RoleAssignmentSubject,
  roleAssignmentActions,
  roleAssignmentFacts,
} from './role-assignment-facts.ts';
export { simplifyCondition } from './simplify-condition.ts';
