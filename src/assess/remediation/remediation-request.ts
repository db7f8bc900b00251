import type { AssignedPolicy, EvaluationOptions, PolicyEvaluation } from '../../policy/index.ts';

/** What a remediation is computed with, besides the evaluation. */
export interface RemediationOptions extends EvaluationOptions {
  /** The object id of the identity of the policy's assignment. */
  readonly principalId?: string | undefined;
  /** How often a search may evaluate. */
  readonly evaluationCountMax?: number | undefined;
}

/** A violation to put right. */
export interface RemediationRequest {
  readonly evaluation: PolicyEvaluation;
  readonly assigned: AssignedPolicy;
  readonly options: RemediationOptions;
}
