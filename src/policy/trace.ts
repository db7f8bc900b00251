import type { Truth, UnknownCause, Value } from '../kernel/index.ts';

/** The truth of a condition; `error` when it cannot be evaluated. */
export type Outcome = Truth | 'error';

/** One step of an evaluation: what was looked at, what was found, what was wanted. */
export type TraceNode = JunctionTrace | LeafTrace;

export interface JunctionTrace {
  readonly kind: 'allOf' | 'anyOf' | 'not';
  readonly outcome: Outcome;
  /** The conditions that were looked at, in order; those after a decisive one were not. */
  readonly children: readonly TraceNode[];
  readonly pointer: string;
}

export interface LeafTrace {
  readonly kind: 'leaf';
  readonly outcome: Outcome;
  readonly expressionKind: 'Field' | 'Value' | 'Count';
  /** The field, alias or expression as the rule writes it. */
  readonly expression: string;
  readonly operator: string;
  /** What it was compared with. */
  readonly target: Value | undefined;
  /** What was found; for `[*]` one entry per element. */
  readonly found: readonly FoundOperand[];
  readonly problem: string | undefined;
  readonly unknownBecause: readonly UnknownCause[];
  /** For counts: the conditions of `where`, one per member. */
  readonly members: readonly TraceNode[];
  readonly pointer: string;
}

/** A value that a condition looked at. */
export interface FoundOperand {
  readonly value: Value | undefined;
  /** Where it is in the resource. */
  readonly path: readonly (string | number)[];
  readonly outcome: Outcome;
}

/** All leaves of a trace that were looked at. */
export function* traceLeaves(node: TraceNode): Generator<LeafTrace> {
  if (node.kind === 'leaf') yield node;
  else for (const child of node.children) yield* traceLeaves(child);
}
