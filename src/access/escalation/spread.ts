import { fold } from '../../kernel/index.ts';
import type { EscalationContext } from './escalation-context.ts';
import { type EscalationNode, nodeKey } from './escalation-node.ts';
import { type EscalationStep, evidenceKey } from './escalation-step.ts';
import { anyAdministrator } from './make-step.ts';
import { NodeQueue } from './node-queue.ts';
import type { StepFinder } from './step-finder.ts';

/** What is reached from a start. */
export interface Spread {
  /** By the key of the node, in the order of the effort. */
  readonly reached: ReadonlyMap<string, Arrival>;
  /** Whether there may be more than was looked at. */
  readonly isCut: boolean;
}

/** How a node is reached with the least effort. */
export interface Arrival {
  readonly node: EscalationNode;
  readonly effort: number;
  /** Absent for the start. */
  readonly step?: EscalationStep | undefined;
  /** Those who approve the activations of the step, by the keys of their nodes. */
  readonly approvers: readonly string[];
}

export interface SpreadOptions {
  /** Whether nothing is looked for beyond a node. */
  readonly isEnd?: ((node: EscalationNode) => boolean) | undefined;
  /** After how many ends nothing more is looked for. */
  readonly endsMax?: number | undefined;
  /** What is taken away: steps that rest on any of it are not there. Keys of evidence. */
  readonly without?: ReadonlySet<string> | undefined;
}

interface Waiting {
  readonly step: EscalationStep;
  readonly effort: number;
}

/**
 * What a start leads to with the least effort (Dijkstra). A step whose activation others approve waits until one of them is reached as well; nobody
 * approves for oneself.
 */
export function spreadFrom(
  start: EscalationNode,
  cx: EscalationContext,
  finder: StepFinder,
  { isEnd, endsMax = Number.POSITIVE_INFINITY, without }: SpreadOptions = {},
): Spread {
  const reached = new Map<string, Arrival>();
  /** Who of the reached can approve as whom: the key of the node by the folded id of the principal or group. */
  const approvable = new Map<string, { readonly key: string; readonly effort: number }[]>();
  const waiting: Waiting[] = [];
  const queue = new NodeQueue<Omit<Arrival, 'effort'>>();
  let isCut = false;
  let ends = 0;
  queue.push(0, { node: start, approvers: [] });

  const offer = ({ step, effort }: Waiting): boolean => {
    const approvals = approvalsOf(step, approvable);
    if (approvals === undefined) return false;
    const approvers = approvals.map(({ key }) => key);
    queue.push(effort + approvals.reduce((sum, one) => sum + one.effort + 1, 0), {
      node: step.to,
      step,
      approvers,
    });
    return true;
  };

  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    const { cost: effort, item } = next;
    const key = nodeKey(item.node);
    if (reached.has(key)) continue;
    if (reached.size >= cx.limits.nodesOfStartMax) {
      isCut = true;
      break;
    }
    reached.set(key, { ...item, effort });
    const isNewApprover = addApprover(item.node, key, effort, cx, approvable);
    if (item.step !== undefined && isEnd?.(item.node) === true) {
      if (++ends >= endsMax) {
        isCut = true;
        break;
      }
    } else {
      for (const step of finder.stepsFrom(item.node)) {
        if (without !== undefined && step.evidence.some((one) => without.has(evidenceKey(one)))) continue;
        if (reached.has(nodeKey(step.to))) continue;
        const one = { step, effort: effort + step.effort };
        if (!offer(one)) waiting.push(one);
      }
      if (finder.cut.has(key)) isCut = true;
    }
    if (isNewApprover)
      for (let at = waiting.length - 1; at >= 0; at--) if (offer(waiting[at]!)) waiting.splice(at, 1);
  }
  return { reached, isCut };
}

/** The steps of the way to a node, with those that bring the approvers before what they approve. */
export function wayTo(key: string, { reached }: Spread): readonly EscalationStep[] {
  const steps: EscalationStep[] = [];
  const done = new Set<string>();
  const open: { key: string; isReady: boolean }[] = [{ key, isReady: false }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const arrival = reached.get(next.key);
    if (arrival?.step === undefined || done.has(next.key)) continue;
    if (next.isReady) {
      done.add(next.key);
      steps.push(arrival.step);
      continue;
    }
    open.push({ key: next.key, isReady: true });
    open.push({ key: nodeKey(arrival.step.from), isReady: false });
    for (const approver of arrival.approvers) open.push({ key: approver, isReady: false });
  }
  return steps;
}

/** One who approves for each activation that has to be approved; `undefined` while there is somebody to wait for. */
function approvalsOf(
  { activations, from }: EscalationStep,
  approvable: ReadonlyMap<string, readonly { readonly key: string; readonly effort: number }[]>,
): readonly { readonly key: string; readonly effort: number }[] | undefined {
  const found: { readonly key: string; readonly effort: number }[] = [];
  const self = nodeKey(from);
  for (const { approvers } of activations) {
    if (approvers.length === 0) continue;
    const approver = approvers
      .flatMap((id) => approvable.get(fold(id)) ?? [])
      .filter(({ key }) => key !== self)
      .sort((a, b) => a.effort - b.effort)[0];
    if (approver === undefined) return undefined;
    found.push(approver);
  }
  return found;
}

/** Takes note of whom a node can approve as; whether it can at all. */
function addApprover(
  node: EscalationNode,
  key: string,
  effort: number,
  cx: EscalationContext,
  approvable: Map<string, { readonly key: string; readonly effort: number }[]>,
): boolean {
  const ids =
    node.kind === 'tenant' ? [anyAdministrator] : node.kind === 'principal' ? groupsOf(node.id, cx) : [];
  for (const id of ids) {
    const list = approvable.get(id);
    if (list === undefined) approvable.set(id, [{ key, effort }]);
    else list.push({ key, effort });
  }
  return ids.length > 0;
}

function groupsOf(id: string, { ground: { model } }: EscalationContext): readonly string[] {
  const position = model.principals.positionOf(id);
  if (position === undefined) return [];
  return [...model.membership.groupsOf(position).keys()].map((one) => fold(model.principals.at(one).id));
}
