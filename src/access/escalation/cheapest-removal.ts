import type { EscalationContext } from './escalation-context.ts';
import { type EscalationNode, nodeKey } from './escalation-node.ts';
import { evidenceKey, type StepEvidence } from './escalation-step.ts';
import { spreadFrom, wayTo } from './spread.ts';
import type { StepFinder } from './step-finder.ts';

/** What is preferred among things that do the same: those taken away elsewhere too, and then those that hold little else. */
export type RemovalPreference = (evidence: StepEvidence) => number;

/** How many ways may still be looked for; counted down. */
export interface RemovalBudget {
  left: number;
}

/**
 * The fewest things to take away so that nothing leads from one node to another: each way that is left has to lose one of the things that it rests on, so trying
 * these, way after way, finds a smallest set. `undefined` when there is none within the limits.
 */
export function cheapestRemoval(
  from: EscalationNode,
  to: EscalationNode,
  cx: EscalationContext,
  finder: StepFinder,
  budget: RemovalBudget,
  prefer: RemovalPreference = () => 0,
): readonly StepEvidence[] | undefined {
  const target = nodeKey(to);
  const isEnd = (node: EscalationNode) => nodeKey(node) === target;
  let triesLeft = cx.limits.removalTriesMax;
  const search = (taken: readonly StepEvidence[], sizeMax: number): readonly StepEvidence[] | undefined => {
    if (triesLeft-- <= 0 || budget.left-- <= 0) return undefined;
    const spread = spreadFrom(from, cx, finder, { isEnd, without: new Set(taken.map(evidenceKey)) });
    if (!spread.reached.has(target)) return spread.isCut ? undefined : taken;
    if (taken.length >= sizeMax) return undefined;
    for (const candidate of candidatesOf(wayTo(target, spread), prefer)) {
      const found = search([...taken, candidate], sizeMax);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  for (let size = 1; size <= cx.limits.removalSizeMax; size++) {
    const found = search([], size);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** What the steps rest on and what can be taken away, each once, the preferred first and of these the last of the way. */
function candidatesOf(
  steps: readonly { readonly evidence: readonly StepEvidence[] }[],
  prefer: RemovalPreference,
): readonly StepEvidence[] {
  const found = new Map<string, StepEvidence>();
  for (const { evidence } of steps)
    for (const one of evidence) if (one.isRemovable) found.set(evidenceKey(one), one);
  return [...found.values()].reverse().sort((a, b) => prefer(b) - prefer(a));
}
