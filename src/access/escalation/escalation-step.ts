import type { AccessGap } from '../estate/index.ts';
import type { EscalationNode } from './escalation-node.ts';
import type { EscalationRule } from './escalation-rule.ts';

/** What kind of thing a step rests on. All of them can be taken away but `resource`, which is what is acted on. */
export type EvidenceKind =
  | 'assignment'
  | 'membership'
  | 'ownership'
  | 'appRole'
  | 'vaultPolicy'
  | 'identity'
  | 'resource';

/** Something that a step rests on. */
export interface StepEvidence {
  readonly kind: EvidenceKind;
  /** The id of the assignment or resource; for a relation `<one id> in <other id>`. */
  readonly id: string;
  /** In words: the role and the scope, the group ... */
  readonly what: string;
  /** The actions that it gives. */
  readonly actions: readonly string[];
  /** The permission objects of the role that have them. */
  readonly permissions: readonly number[];
  /** Whether taking it away takes away the step; false where there is another way to the same. */
  readonly isRemovable: boolean;
}

/** An activation that a step begins with. */
export interface StepActivation {
  readonly assignmentId: string;
  readonly needsMfa: boolean;
  /** Who approves, one of them: object ids of users and groups; empty when nobody has to. */
  readonly approvers: readonly string[];
}

/** One step from what one has to more. */
export interface EscalationStep {
  readonly from: EscalationNode;
  readonly to: EscalationNode;
  readonly rule: EscalationRule;
  /** The effort of the rule and of what comes with it. */
  readonly effort: number;
  readonly evidence: readonly StepEvidence[];
  readonly activations: readonly StepActivation[];
  /** What must hold besides, each as a text: conditions that remain. */
  readonly conditions: readonly string[];
  /** What was not seen, and is assumed. */
  readonly gaps: readonly AccessGap[];
}

/** A text that two pieces of evidence share only when they are the same. */
export function evidenceKey({ kind, id }: StepEvidence): string {
  return `${kind} ${id.toLowerCase()}`;
}
