export { type Alias, type AliasTable, aliasTable, noAliases } from './alias-table.ts';
export { type Binding, type BindingResult, type BoundPolicy, bindPolicy } from './bound-policy.ts';
export {
  type DefinitionProblem,
  type ParsedDefinition,
  type PolicyDefinition,
  parseDefinition,
} from './definition.ts';
export { type Effect, effects } from './effects/index.ts';
export { type EvaluationOptions, evaluatePolicy, type PolicyEvaluation } from './evaluate-policy.ts';
export { matchesName, type RelatedAnswer, type RelatedLookup, type RelatedQuery } from './existence.ts';
export type { FieldResolver } from './field.ts';
export { policyFunctions } from './functions/index.ts';
export { operators } from './operators/index.ts';
export { type PolicyContext, type PolicySubject, policySubject } from './policy-subject.ts';
export { type LeafTrace, type TraceNode, traceLeaves } from './trace.ts';
