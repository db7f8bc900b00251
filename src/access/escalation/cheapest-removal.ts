import type { EscalationContext } from './escalation-context.ts';
import { nodeKey } from './escalation-node.ts';
import type { EscalationPath } from './escalation-path.ts';
import { evidenceKey, type StepEvidence } from './escalation-step.ts';
import { spreadFrom, wayTo } from './spread.ts';
import type { StepFinder } from './step-finder.ts';

/** What is preferred among things that do the same: those taken away elsewhere too, and then those that hold little else. */
export type RemovalPreference = (evidence: StepEvidence) => number;

/** A way from one node to another. */
type Way = Pick<EscalationPath, 'from' | 'to'>;

/** What is being looked for to cut one way. */
interface Search {
  readonly way: Way;
  triesLeft: number;
  found: readonly StepEvidence[] | undefined;
}

/** What cuts ways, in their order; `isCut` where the limit for all ways together ended the search. */
export interface CheapestRemoval {
  readonly evidence: readonly StepEvidence[] | undefined;
  readonly isCut: boolean;
}

/**
 * For each way the fewest things to take away so that nothing leads from its one end to the other, `undefined` where there are none within the limits. First
 * one thing is tried for all ways, then two for those that are left, and so on: a way that is hard to cut takes nothing from the others.
 */
export function cheapestRemovals(
  ways: readonly Way[],
  cx: EscalationContext,
  finder: StepFinder,
  prefer: RemovalPreference = () => 0,
): readonly CheapestRemoval[] {
  const { removalNodesAllMax, removalSizeMax, removalTriesMax } = cx.limits;
  const searches = ways.map((way): Search => ({ way, triesLeft: removalTriesMax, found: undefined }));
  const cut = new Set<Search>();
  let nodesLeft = removalNodesAllMax;

  /** Each way that is left has to lose one of the things that it rests on, so trying these, way after way, finds a smallest set. */
  const look = (
    search: Search,
    taken: readonly StepEvidence[],
    size: number,
  ): readonly StepEvidence[] | undefined => {
    if (nodesLeft <= 0) cut.add(search);
    if (nodesLeft <= 0 || search.triesLeft-- <= 0) return undefined;
    const target = nodeKey(search.way.to);
    const spread = spreadFrom(search.way.from, cx, finder, {
      isEnd: (node) => nodeKey(node) === target,
      endsMax: 1,
      without: new Set(taken.map(evidenceKey)),
    });
    nodesLeft -= spread.reached.size;
    if (!spread.reached.has(target)) return spread.isCut ? undefined : taken;
    if (taken.length >= size) return undefined;
    for (const candidate of candidatesOf(wayTo(target, spread), prefer)) {
      const found = look(search, [...taken, candidate], size);
      if (found !== undefined) return found;
    }
    return undefined;
  };

  for (let size = 1; size <= removalSizeMax; size++)
    for (const search of searches)
      if (search.found === undefined && search.triesLeft > 0) search.found = look(search, [], size);
  return searches.map((search) => ({ evidence: search.found, isCut: cut.has(search) }));
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
