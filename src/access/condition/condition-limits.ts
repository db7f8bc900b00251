/** Limits on one condition. Azure itself takes a few thousand characters. */
export interface ConditionLimits {
  readonly lengthMax: number;
  /** Nesting of parentheses and negations. */
  readonly depthMax: number;
  /** Values of one list. */
  readonly listSizeMax: number;
}

/** The limits used unless the caller states others. */
export const conditionLimits: ConditionLimits = { lengthMax: 65_536, depthMax: 64, listSizeMax: 1_000 };
