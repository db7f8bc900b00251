export { estateGrantFacts } from './access/estate-grant-facts.ts';
export type { GrantFacts } from './access/grant-source.ts';
export {
  type CheckBasis,
  type CheckedTemplate,
  Checker,
  type CheckInput,
  type CheckResult,
  type CheckSubject,
  check,
} from './check.ts';
export {
  assessEstate,
  type EstateAssessment,
  type EstateAssessmentInput,
  type EstateFailure,
  openAssessor,
} from './estate/assess-estate.ts';
export {
  type ComplianceState,
  compliancePercent,
  complianceStates,
  type StateCounts,
} from './estate/compliance-state.ts';
export { fingerprintOf } from './estate/estate-finding.ts';
export { type EstatePolicies, estatePolicies } from './estate/estate-policies.ts';
export { type EstateReportInput, type EstateReportResult, estateReport } from './estate/estate-report.ts';
export type { OpenFailure } from './estate/failure-collector.ts';
export { frameworksInForce } from './estate/framework-evidence.ts';
export { PlannedEstate } from './estate/planned-change.ts';
export { policyDifference } from './estate/policy-difference.ts';
export { relatedNeeds } from './estate/related-needs.ts';
export type { AssessedResource } from './estate/resource-assessor.ts';
export { simulate } from './estate/simulate.ts';
export { type DeploymentEvaluation, DeploymentEvaluator, type TypeFacts } from './evaluate-deployment.ts';
export type { Exclusion } from './exclusion.ts';
export { explain } from './explanation.ts';
export { type PolicySelection, type PolicySet, policySet } from './policy-set.ts';
export { printValue } from './reason.ts';
export { assignmentIdentity } from './remediation/assignment-identity.ts';
export { type AzCommands, azCommands, changeCommands } from './remediation/az-commands.ts';
export { codeChanges } from './remediation/code-changes.ts';
export { type CodeFix, codeFix } from './remediation/code-fix.ts';
export { type FoundFailures, failuresOfResource } from './remediation/failures-of-resource.ts';
export { type FixedCode, type FixInput, fixCode } from './remediation/fix-code.ts';
export {
  type Contradiction,
  type JointRemediation,
  jointRemediation,
} from './remediation/joint-remediation.ts';
export { type JointReport, jointText } from './remediation/joint-text.ts';
export type { ReadTemplate } from './remediation/patch-proof.ts';
export type { PropertyChange } from './remediation/property-change.ts';
export type { Proof, Remediation, RemediationTask } from './remediation/remediation.ts';
export { remediationJson } from './remediation/remediation-json.ts';
export { remediationOf } from './remediation/remediation-of.ts';
export type { RemediationOptions, RemediationRequest } from './remediation/remediation-request.ts';
export { type RemediationReport, remediationText } from './remediation/remediation-text.ts';
export { differenceOf } from './remediation/unified-diff.ts';
export type { SeverityOverrides } from './severity.ts';
export { shownName } from './shown-name.ts';
