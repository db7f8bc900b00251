import type { ValueObject } from '../../kernel/index.ts';
import type { PropertyChange } from './property-change.ts';

/** How to put right what a policy finds wrong with a resource. What is not proved by evaluating the policy again is never returned as a change. */
export type Remediation = ResourceChange | RelatedResource | PolicyDeployment | NoRemediation;

/** Properties of the resource itself change. */
export interface ResourceChange {
  readonly kind: 'change';
  /** The policy changes them itself (modify, append), or they are the smallest change that was found. */
  readonly by: 'policy' | 'search';
  readonly changes: readonly PropertyChange[];
  readonly proof: Proof;
  /** For modify: the task that makes Azure do it. */
  readonly task: RemediationTask | undefined;
  readonly notes: readonly string[];
}

/** Another resource has to be there, or to be different. */
export interface RelatedResource {
  readonly kind: 'related';
  readonly action: 'create' | 'change';
  readonly type: string;
  /** The full name; a `?` of the policy is a placeholder. */
  readonly name: string;
  readonly id: string | undefined;
  /** The smallest one that satisfies the policy. */
  readonly body: ValueObject;
  /** What changes of one that is there already. */
  readonly changes: readonly PropertyChange[];
  readonly proof: Proof;
  readonly notes: readonly string[];
}

/** The policy deploys what is missing (deployIfNotExists). */
export interface PolicyDeployment {
  readonly kind: 'deployment';
  readonly resources: readonly DeployedResource[];
  readonly task: RemediationTask;
  /** What the policy would say of the resource after the deployment; `undefined` where that depends on what is not known. */
  readonly proof: Proof | undefined;
  readonly notes: readonly string[];
}

export interface NoRemediation {
  readonly kind: 'unknown';
  /** Why nothing is proved. */
  readonly reason: string;
}

/** A resource that a deployment makes. */
export interface DeployedResource {
  readonly type: string;
  readonly name: string;
  readonly body: ValueObject;
}

/** The policy before and after. */
export interface Proof {
  /** The conditions that decide now, in words, the most telling first. */
  readonly before: readonly string[];
  readonly after: 'compliant';
  /** How often the policy was evaluated to find it. */
  readonly evaluations: number;
}

/** What a remediation task of Azure Policy needs (articles/governance/policy/how-to/remediate-resources.md). */
export interface RemediationTask {
  readonly name: string;
  readonly assignmentId: string;
  readonly referenceId: string | undefined;
  /** The object id of the assignment's identity; `undefined` where it is not known. */
  readonly principalId: string | undefined;
  /** Roles that the identity needs, and where. */
  readonly roles: readonly { readonly roleId: string; readonly scope: string }[];
}
