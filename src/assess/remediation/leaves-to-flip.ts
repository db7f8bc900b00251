import type { LeafTrace, TraceNode } from '../../policy/index.ts';

/** A condition whose outcome would have to be another one. */
export interface LeafToFlip {
  readonly leaf: LeafTrace;
  /** What it would have to be. */
  readonly wanted: boolean;
}

/**
 * The conditions of which one has to turn out differently next, so that the whole turns out as wanted. Those that an evaluation did not reach
 * show up once what came before them is changed.
 */
export function leavesToFlip(trace: TraceNode, wanted: boolean): LeafToFlip[] {
  if (trace.outcome !== (wanted ? 'false' : 'true')) return [];
  if (trace.kind === 'leaf') return [{ leaf: trace, wanted }];
  if (trace.kind === 'not') return trace.children.flatMap((child) => leavesToFlip(child, !wanted));
  return trace.children.flatMap((child) => leavesToFlip(child, wanted));
}
