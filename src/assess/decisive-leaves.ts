import type { LeafTrace, TraceNode } from '../policy/index.ts';

/** A condition that a rule's outcome rests on, and how it would have to turn out instead. */
export interface DecisiveLeaf {
  readonly leaf: LeafTrace;
  /** Whether the outcome of the rule would change if the leaf's condition were true (rather than false). */
  readonly wantsTruth: boolean;
}

/** The leaves that made a condition true; with `outcome` unknown, those that left it undecided. */
export function decisiveLeaves(trace: TraceNode, outcome: 'true' | 'unknown'): DecisiveLeaf[] {
  const leaves: DecisiveLeaf[] = [];
  collect(trace, outcome, true, leaves);
  return leaves;
}

function collect(
  node: TraceNode,
  outcome: 'true' | 'false' | 'unknown',
  violating: boolean,
  leaves: DecisiveLeaf[],
): void {
  if (node.kind === 'leaf') {
    leaves.push({ leaf: node, wantsTruth: !violating });
    return;
  }
  if (node.kind === 'not') {
    const inner = outcome === 'unknown' ? 'unknown' : outcome === 'true' ? 'false' : 'true';
    for (const child of node.children) collect(child, inner, !violating, leaves);
    return;
  }
  for (const child of node.children)
    if (child.outcome === outcome) collect(child, outcome, violating, leaves);
}
