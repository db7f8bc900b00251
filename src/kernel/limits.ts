/** Limits on what one run reads and computes. Reaching one is a diagnostic, never a crash. */
export interface Limits {
  /** Bytes of one input file. */
  readonly fileBytesMax: number;
  /** Nesting of objects and arrays in one document. */
  readonly documentDepthMax: number;
  /** Nesting of calls in one expression. */
  readonly expressionDepthMax: number;
  /** Characters of one expression. */
  readonly expressionLengthMax: number;
  /** Iterations of one copy loop; 800 is the limit of Azure Resource Manager itself. */
  readonly copyCountMax: number;
  /** Resources of one template, nested deployments and copies included. */
  readonly resourceCountMax: number;
  /** Nesting of deployments. */
  readonly deploymentDepthMax: number;
  /** Work of one template: each call, copied part and eight words of a result count as one evaluation. */
  readonly evaluationCountMax: number;
  /** Calls and expressions that wait for each other: nested calls, chains of variables, references from body to body. */
  readonly evaluationDepthMax: number;
  /** Characters that one evaluated string may have (Azure Policy's own limit). */
  readonly stringLengthMax: number;
}

/** The limits used unless the caller states others. */
export const defaultLimits: Limits = {
  fileBytesMax: 64 * 1024 * 1024,
  documentDepthMax: 512,
  expressionDepthMax: 256,
  expressionLengthMax: 262_144,
  copyCountMax: 800,
  resourceCountMax: 50_000,
  deploymentDepthMax: 32,
  evaluationCountMax: 5_000_000,
  evaluationDepthMax: 512,
  stringLengthMax: 1_048_576,
};
