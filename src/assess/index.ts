export { type CheckedTemplate, type CheckInput, type CheckResult, check } from './check.ts';
export { type DeploymentEvaluation, DeploymentEvaluator, type TypeFacts } from './evaluate-deployment.ts';
export type { Exclusion } from './exclusion.ts';
export { explain } from './explanation.ts';
export { type PolicySelection, type PolicySet, policySet } from './policy-set.ts';
export type { SeverityOverrides } from './severity.ts';
