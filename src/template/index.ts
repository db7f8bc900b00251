export type { Deployment } from './deployment.ts';
export { describeValue } from './describe-value.ts';
export {
  type ContextFunction,
  type Environment,
  evaluate,
  type FunctionTable,
  functionTable,
  unknownCall,
} from './evaluate.ts';
export { type ExpandedResource, type ExpandOptions, type Expansion, expand } from './expand.ts';
export type { LinkedTemplateReader } from './expansion-run.ts';
export {
  type CallExpression,
  type Expression,
  type ExpressionProblem,
  isExpression,
  unescapeLiteral,
} from './expression.ts';
export { parseExpression } from './expression-parser.ts';
export { printExpression } from './expression-printer.ts';
export * from './functions/index.ts';
export { type Declaration, parameterDeclaration } from './inspect/declaration.ts';
export { type Inspection, inspect, wordAt } from './inspect/inspect.ts';
export { deploymentsOf, type FilePosition } from './inspect/node-at.ts';
export { type Location, locate } from './locate.ts';
export { logicFunctions } from './logic-functions.ts';
export { isOwnCode } from './own-code.ts';
export { readParameterFile } from './parameter-file.ts';
export { parameterProblems } from './parameter-problems.ts';
export type { ParameterSource } from './parameter-source.ts';
export type { ResourceInstance } from './resource-instance.ts';
export { resourceGroupFacts, subscriptionFacts } from './scope-functions.ts';
export { scopeId } from './scope-id.ts';
export { type Snapshot, snapshotOf } from './snapshot.ts';
export { type ScopeKind, scopeKindOfSchema, type TargetFacts, type TargetScope } from './target-scope.ts';
export {
  type Argument,
  type Call,
  EvaluationError,
  Lambda,
  type TemplateFunction,
  UnknownFunctionError,
} from './template-function.ts';
export { templateFunctions } from './template-functions.ts';
export { isDeploymentTemplate, isParameterFile } from './template-sections.ts';
