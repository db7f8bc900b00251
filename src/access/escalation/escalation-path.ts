import { type Severity, severities } from '../../kernel/index.ts';
import type { EscalationContext } from './escalation-context.ts';
import type { EscalationNode } from './escalation-node.ts';
import type { EscalationStep, StepEvidence } from './escalation-step.ts';
import { globalAdministrator, hasEveryAction } from './mastery.ts';

/** A way from what a principal was given to something worth more. */
export interface EscalationPath {
  readonly from: EscalationNode;
  readonly to: EscalationNode;
  readonly severity: Severity;
  readonly effort: number;
  readonly steps: readonly EscalationStep[];
  /** `certain`; `conditional`: if conditions hold; `unseen`: something that decides it was not seen. */
  readonly certainty: 'certain' | 'conditional' | 'unseen';
  /** Whether the start has all of this by its own role anyway: an Owner assigns roles, a Global Administrator has whatever a path ends at. */
  readonly isStanding: boolean;
  /** What to take away so that there is no such path any more; `undefined` when that was not found within the limits. */
  readonly removal: readonly StepEvidence[] | undefined;
}

/** Whether steps are more than the use of what was granted. */
export function isEscalation(steps: readonly EscalationStep[]): boolean {
  return steps.some(({ rule }) => !rule.isGrant);
}

/** What can be said of the certainty of steps. */
export function certaintyOf(steps: readonly EscalationStep[]): EscalationPath['certainty'] {
  if (steps.some(({ gaps }) => gaps.length > 0)) return 'unseen';
  return steps.some(({ conditions }) => conditions.length > 0) ? 'conditional' : 'certain';
}

/** The severity of reaching something in these steps: one less where conditions, gaps or a second factor stand in the way. */
export function pathSeverity(target: Severity, steps: readonly EscalationStep[]): Severity {
  const isHindered =
    certaintyOf(steps) !== 'certain' ||
    steps.some(({ activations }) => activations.some((one) => one.needsMfa));
  return isHindered ? (severities[severities.indexOf(target) + 1] ?? target) : target;
}

/**
 * Whether a path uses what the start's role is for: a Global Administrator has all that follows, and who has every action of Azure at a scope does one
 * thing there.
 */
export function isStanding(cx: EscalationContext, steps: readonly EscalationStep[]): boolean {
  const [step, ...others] = steps.filter(({ rule }) => !rule.isGrant);
  if (step === undefined || step.activations.length > 0) return false;
  return step.evidence.some(({ kind, id }) => {
    const assignment = kind === 'assignment' ? cx.assignment(id) : undefined;
    if (assignment === undefined || assignment.condition !== undefined) return false;
    if (assignment.realm === 'directory') return assignment.role === globalAdministrator;
    return others.length === 0 && hasEveryAction(cx, assignment.role);
  });
}
