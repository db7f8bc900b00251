export { type Alias, type AliasTable, aliasTable, noAliases } from './alias-table.ts';
export { type Alteration, type AlterationResult, alter } from './alteration.ts';
export { applies } from './applies.ts';
export { type PolicyAssignment, parseAssignment } from './assignment.ts';
export {
  type Attestation,
  type AttestedState,
  defaultAttestedState,
  parseAttestation,
} from './attestation.ts';
export { type Binding, type BindingResult, type BoundPolicy, bindPolicy } from './bound-policy.ts';
export {
  type CompiledPolicy,
  type CompileOptions,
  compilePolicy,
  type ResourceSurroundings,
} from './compile-policy.ts';
export { leavesOf } from './condition.ts';
export {
  type DefinitionProblem,
  type ParsedDefinition,
  type PolicyDefinition,
  parseDefinition,
} from './definition.ts';
export { canHaveEffect } from './effect-choice.ts';
export { type Effect, effects } from './effects/index.ts';
export { evaluateInPolicy } from './evaluate-in-policy.ts';
export {
  type EvaluationOptions,
  evaluatePolicy,
  type PolicyEvaluation,
  unknownCauses,
} from './evaluate-policy.ts';
export {
  type EvaluatedExpression,
  type EvaluationDetails,
  toEvaluationDetails,
} from './evaluation-details.ts';
export {
  isExemptible,
  isInForce,
  isWithinScope,
  type PolicyExemption,
  parseExemption,
} from './exemption.ts';
export { matchesName, type RelatedAnswer, type RelatedLookup, type RelatedQuery } from './existence.ts';
export { existenceVerdict } from './existence-verdict.ts';
export { hasExpired } from './expiry.ts';
export type { FieldResolver } from './field.ts';
export { policyFunctions } from './functions/index.ts';
export { type InitiativeGroup, type PolicyInitiative, parseInitiative } from './initiative.ts';
export { modeCovers } from './mode.ts';
export { conflictingModifications } from './modify-conflict.ts';
export type { NotEvaluableReason } from './not-evaluable.ts';
export { operators } from './operators/index.ts';
export { PolicyPlan } from './plan/policy-plan.ts';
export { planAnswers } from './plan/type-plan.ts';
export {
  type AssignedPolicy,
  nameOfId,
  type PolicyCatalogue,
  type ResolvedAssignment,
  resolveAssignment,
} from './policy-catalogue.ts';
export { type PolicyContext, type PolicySubject, policySubject } from './policy-subject.ts';
export { protects } from './protection.ts';
export { relatedTypeOf } from './related-type.ts';
export { type LeafTrace, type TraceNode, traceLeaves } from './trace.ts';
