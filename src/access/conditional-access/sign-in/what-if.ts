import type { ValueObject } from '../../../kernel/index.ts';
import { enforcementOf } from '../policy/enforcement.ts';
import type { Policy } from '../policy/policy.ts';
import { clauseFor } from './circumstances.ts';
import {
  type Condition,
  conditionHolds,
  conditions,
  type Reason,
  reasonsNotUnderstood,
} from './condition.ts';
import { type Clause, clausesOf } from './control.ts';
import type { Evaluation } from './evaluation.ts';
import type { SignIn } from './sign-in.ts';

/** What a policy has to do with a sign-in. */
export type Applicability =
  | { readonly kind: 'applies' }
  /** The first condition that does not hold. */
  | { readonly kind: 'doesNotApply'; readonly reason: Reason }
  /** What it depends on. */
  | { readonly kind: 'notEnoughInformation'; readonly missing: readonly Reason[] };

export interface PolicyResult {
  readonly policy: Policy;
  readonly applicability: Applicability;
}

/** What policies together say of a sign-in. */
export interface Outcome {
  /** `notEnoughInformation`: policies that may apply could change the answer. */
  readonly decision: 'blocked' | 'granted' | 'grantedIf' | 'notEnoughInformation';
  /** Policies that block, or ask for what the sign-in can never satisfy. */
  readonly blockedBy: readonly Policy[];
  /** All must be satisfied: of each clause one control. */
  readonly requirements: readonly { readonly policy: Policy; readonly clause: Clause }[];
  readonly sessionControls: readonly { readonly policy: Policy; readonly controls: ValueObject }[];
  /** Policies whose applicability is not known. */
  readonly undecided: readonly Policy[];
}

export interface WhatIf {
  readonly policies: readonly PolicyResult[];
  readonly enforced: Outcome;
  /** The outcome were the policies that only report enforced too. */
  readonly withReportOnly: Outcome;
}

export interface WhatIfOptions {
  /** `notMet` as in Microsoft's What If API: what the sign-in does not state does not hold. Otherwise it is not known. */
  readonly missing?: 'unknown' | 'notMet' | undefined;
}

/**
 * What Conditional Access makes of one sign-in: each policy with the reason why it does not apply, and the outcome: any policy that blocks wins,
 * otherwise all that apply must be satisfied (docs/identity/conditional-access/concept-conditional-access-policies.md, what-if-tool.md).
 */
export function whatIf(
  policies: readonly Policy[],
  signIn: SignIn,
  evaluation: Evaluation,
  { missing = 'unknown' }: WhatIfOptions = {},
): WhatIf {
  const results = policies.map((policy) => ({
    policy,
    applicability: applicabilityOf(policy, signIn, evaluation, missing),
  }));
  const enforced = results.filter(({ policy }) => enforcementOf(policy) !== 'reportOnly');
  return {
    policies: results,
    enforced: outcomeOf(enforced, signIn, evaluation),
    withReportOnly: outcomeOf(results, signIn, evaluation),
  };
}

/** Whether a policy applies to a sign-in. */
export function applicabilityOf(
  policy: Policy,
  signIn: SignIn,
  evaluation: Evaluation,
  missing: 'unknown' | 'notMet' = 'unknown',
): Applicability {
  const flaw = flawOf(policy);
  if (flaw !== undefined) return { kind: 'doesNotApply', reason: flaw };
  const open: Reason[] = [];
  for (const condition of conditionsFor(signIn)) {
    const holds = conditionHolds(condition, policy, signIn, evaluation, missing);
    if (holds === false) return { kind: 'doesNotApply', reason: condition.reason(signIn) };
    if (holds === undefined) open.push(condition.reason(signIn));
  }
  open.push(...reasonsNotUnderstood(policy));
  return open.length === 0 ? { kind: 'applies' } : { kind: 'notEnoughInformation', missing: open };
}

/** Why a policy applies to no sign-in at all. */
export function flawOf(policy: Policy): Reason | undefined {
  if (enforcementOf(policy) === 'disabled') return 'policyNotEnabled';
  if (policy.unread.length > 0) return undefined;
  if (policy.users === undefined && policy.clientApplications === undefined) return 'invalidPolicy';
  if (policy.applications === undefined) return 'invalidPolicy';
  const hasSession = Object.keys(policy.sessionControls).length > 0;
  return hasSession || hasGrant(policy) ? undefined : 'emptyPolicy';
}

function hasGrant({ grant }: Policy): boolean {
  if (grant === undefined) return false;
  const { builtInControls, customAuthenticationFactors, termsOfUse, authenticationStrength } = grant;
  const count = builtInControls.length + customAuthenticationFactors.length + termsOfUse.length;
  return count > 0 || authenticationStrength !== undefined;
}

/** A user has no risk of service principals, and a service principal has no risk of users. */
function conditionsFor({ identity }: SignIn): readonly Condition[] {
  const others =
    identity.kind === 'user' ? ['servicePrincipalRisk'] : ['signInRisk', 'userRisk', 'insiderRisk'];
  return conditions.filter(({ name }) => !others.includes(name));
}

function outcomeOf(results: readonly PolicyResult[], signIn: SignIn, evaluation: Evaluation): Outcome {
  const applying = results.filter(({ applicability }) => applicability.kind === 'applies');
  const undecided = results.filter(({ applicability }) => applicability.kind === 'notEnoughInformation');
  const blockedBy: Policy[] = [];
  const requirements: { policy: Policy; clause: Clause }[] = [];
  for (const { policy } of applying) {
    const left = clausesOf(policy, evaluation.directory).map((clause) => clauseFor(clause, signIn));
    if (left.some((clause) => clause !== 'met' && clause.length === 0)) blockedBy.push(policy);
    for (const clause of left)
      if (clause !== 'met' && clause.length > 0) requirements.push({ policy, clause });
  }
  const sessionControls = applying
    .map(({ policy }) => ({ policy, controls: policy.sessionControls }))
    .filter(({ controls }) => Object.keys(controls).length > 0);
  return {
    decision: decisionOf(blockedBy.length, undecided.length, requirements.length),
    blockedBy,
    requirements,
    sessionControls,
    undecided: undecided.map(({ policy }) => policy),
  };
}

function decisionOf(blocking: number, undecided: number, required: number): Outcome['decision'] {
  if (blocking > 0) return 'blocked';
  if (undecided > 0) return 'notEnoughInformation';
  return required > 0 ? 'grantedIf' : 'granted';
}
