/** How far is looked. What is cut short says so. */
export interface EscalationLimits {
  /** Steps that lead away from one node. */
  readonly stepsOfNodeMax: number;
  /** Nodes that are reached from one start. */
  readonly nodesOfStartMax: number;
  /** Principals that paths are looked for from, when none is named. */
  readonly startsMax: number;
  /** The nearest ends of a start that are looked for, when no start is named: who comes nearer to the others is a start too. */
  readonly endsOfStartMax: number;
  readonly pathsMax: number;
  /** Things that have to be taken away together for the cheapest removal. */
  readonly removalSizeMax: number;
  /** Removals that are tried for one path. */
  readonly removalTriesMax: number;
  /** Nodes that are reached in trying removals, for all paths together; a million take two to three seconds. */
  readonly removalNodesAllMax: number;
}

/** The limits used unless the caller states others. */
export const escalationLimits: EscalationLimits = {
  stepsOfNodeMax: 5_000,
  nodesOfStartMax: 50_000,
  startsMax: 50_000,
  endsOfStartMax: 25,
  pathsMax: 2_000,
  removalSizeMax: 3,
  removalTriesMax: 200,
  removalNodesAllMax: 1_000_000,
};
