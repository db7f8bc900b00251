import type { Actor } from './actor.ts';
import { actorOf } from './actor.ts';
import { Delegation } from './delegation.ts';
import { directorySteps } from './directory-steps.ts';
import type { EscalationContext } from './escalation-context.ts';
import { type EscalationNode, nodeKey } from './escalation-node.ts';
import type { EscalationRule } from './escalation-rule.ts';
import type { EscalationStep } from './escalation-step.ts';
import { relationSteps } from './relation-steps.ts';
import { resourceSteps } from './resource-steps.ts';
import { assigningSteps, cloningSteps, wideningSteps } from './role-steps.ts';
import { StepShelf } from './step-shelf.ts';

/** Finds the steps that lead away from a node, and keeps them. */
export class StepFinder {
  readonly #cx: EscalationContext;
  readonly #delegation: Delegation;
  readonly #known = new Map<string, readonly EscalationStep[]>();
  /** Nodes with more steps than are looked at. */
  readonly cut = new Set<string>();

  constructor(cx: EscalationContext) {
    this.#cx = cx;
    this.#delegation = new Delegation(cx);
  }

  stepsFrom(node: EscalationNode): readonly EscalationStep[] {
    const key = nodeKey(node);
    let steps = this.#known.get(key);
    if (steps === undefined) {
      steps = this.#find(node, key);
      this.#known.set(key, steps);
    }
    return steps;
  }

  #find(node: EscalationNode, key: string): readonly EscalationStep[] {
    const { principals } = this.#cx.ground.model;
    const actor = actorOf(node, this.#cx.ground, this.#cx.at);
    const shelf = new StepShelf();
    for (const rule of this.#cx.rules) {
      for (const step of this.#stepsBy(rule, node, actor)) {
        if (nodeKey(step.to) === key) continue;
        // Nobody signs in as a principal that is switched off.
        const position = step.to.kind === 'principal' ? principals.positionOf(step.to.id) : undefined;
        if (position !== undefined && principals.at(position).isEnabled === false) continue;
        if (shelf.size >= this.#cx.limits.stepsOfNodeMax) {
          this.cut.add(key);
          return shelf.steps;
        }
        shelf.add(step);
      }
    }
    return shelf.steps;
  }

  #stepsBy(rule: EscalationRule, node: EscalationNode, actor: Actor | undefined): Iterable<EscalationStep> {
    if (rule.relation !== undefined) return relationSteps(this.#cx, node, rule);
    if (actor === undefined) return [];
    if (rule.needs.length === 0) return directorySteps(this.#cx, actor, rule);
    switch (rule.yields) {
      case 'anyRole':
        return assigningSteps(this.#cx, actor, rule, this.#delegation);
      case 'clonedRole':
        return cloningSteps(this.#cx, actor, rule, this.#delegation);
      case 'widenedRole':
        return wideningSteps(this.#cx, actor, rule);
      default:
        return resourceSteps(this.#cx, actor, rule);
    }
  }
}
