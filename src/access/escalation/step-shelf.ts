import { nodeKey } from './escalation-node.ts';
import { type EscalationStep, evidenceKey } from './escalation-step.ts';

/** Of the steps to one node, those that are compared with each other; more are kept as they come. */
const comparedMax = 64;

interface Shelved {
  readonly step: EscalationStep;
  readonly rests: ReadonlySet<string>;
}

/**
 * Collects the steps that lead away from a node. A step that rests on all that another one to the same node rests on, and takes no less, is left out: it
 * opens nothing, and what cuts the other one cuts it too.
 */
export class StepShelf {
  readonly #byTarget = new Map<string, Shelved[]>();
  #size = 0;

  get size(): number {
    return this.#size;
  }

  add(step: EscalationStep): void {
    const key = nodeKey(step.to);
    const one = { step, rests: restsOf(step) };
    const list = this.#byTarget.get(key);
    if (list === undefined) {
      this.#byTarget.set(key, [one]);
      this.#size++;
      return;
    }
    const isCompared = list.length <= comparedMax;
    if (isCompared && list.some((other) => isAsGood(other, one))) return;
    const kept = isCompared ? list.filter((other) => !isAsGood(one, other)) : list;
    this.#size += kept.length + 1 - list.length;
    kept.push(one);
    this.#byTarget.set(key, kept);
  }

  get steps(): readonly EscalationStep[] {
    return [...this.#byTarget.values()].flatMap((list) => list.map(({ step }) => step));
  }
}

/** What a step depends on: evidence, approvals, conditions, and what is assumed. */
function restsOf({ evidence, activations, conditions, gaps }: EscalationStep): ReadonlySet<string> {
  return new Set([
    ...evidence.filter(({ isRemovable }) => isRemovable).map(evidenceKey),
    ...activations.flatMap(({ approvers }) => approvers.map((one) => `approver ${one}`)),
    ...conditions,
    ...gaps.map(({ what }) => what),
  ]);
}

function isAsGood(one: Shelved, other: Shelved): boolean {
  if (one.step.effort > other.step.effort || one.rests.size > other.rests.size) return false;
  for (const key of one.rests) if (!other.rests.has(key)) return false;
  return true;
}
