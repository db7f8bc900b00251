export type { DeviceRule } from './device-rule/device-rule.ts';
export { type Device, type DeviceValue, evaluateDeviceRule } from './device-rule/evaluate-device-rule.ts';
export { type DeviceRuleReading, parseDeviceRule } from './device-rule/parse-device-rule.ts';
export type { Contradiction } from './gap/contradictions.ts';
export {
  type CoverageReport,
  type CoverageReportOptions,
  type CoverageSize,
  coverageReport,
} from './gap/coverage-report.ts';
export type { Region } from './gap/decision-regions.ts';
export type { EmergencyAccess } from './gap/emergency-access.ts';
export type { ExclusionCreep } from './gap/exclusion-creep.ts';
export type { Gap, GapAnswer } from './gap/find-gaps.ts';
export {
  type AuthenticationStrength,
  authenticationMethods,
  builtInStrengths,
  isAtLeast,
  isMultifactor,
  isPhishingResistant,
} from './policy/authentication-strength.ts';
export { enforcementOf } from './policy/enforcement.ts';
export { compliantNetworkId, type NamedLocation, readNamedLocation } from './policy/named-location.ts';
export type {
  ApplicationCondition,
  ClientApplicationCondition,
  DeviceFilter,
  GrantControls,
  GuestCondition,
  IncludeExclude,
  Policy as ConditionalAccessPolicy,
  UserCondition,
} from './policy/policy.ts';
export { isPlaceholder, policyName as conditionalAccessPolicyName } from './policy/policy-name.ts';
export { policyObjects as conditionalAccessPolicyObjects } from './policy/policy-objects.ts';
export { printPolicy as printConditionalAccessPolicy } from './policy/print-policy.ts';
export { type PolicyReading, readPolicy as readConditionalAccessPolicy } from './policy/read-policy.ts';
export {
  type Friction,
  type Replay,
  type ReplayedSignIn,
  type ReplayOptions,
  type ReplayVerdict,
  replaySignIns,
} from './replay/replay-sign-ins.ts';
export { readSignInRecords, type SignInRecord } from './replay/sign-in-record.ts';
export type { Reason } from './sign-in/condition.ts';
export type { Clause, Control } from './sign-in/control.ts';
export { type BaselineScopes, type Evaluation, evaluationOf } from './sign-in/evaluation.ts';
export type * from './sign-in/sign-in.ts';
export { authenticationFlows, clientApps, platforms, riskLevels } from './sign-in/sign-in.ts';
export {
  emptyTenant,
  type Tenant,
  type TenantApplication,
  type TenantGroup,
  type TenantServicePrincipal,
  type TenantUser,
  type UserKind,
} from './sign-in/tenant.ts';
export {
  type Applicability,
  applicabilityOf,
  type Outcome,
  type PolicyResult,
  type WhatIf,
  type WhatIfOptions,
  whatIf,
} from './sign-in/what-if.ts';
