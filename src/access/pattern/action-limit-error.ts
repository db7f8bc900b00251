/** Thrown when actions are stated by so many patterns, or patterns with so many `*`, that their sets grow beyond the limit. */
export class ActionLimitError extends Error {
  override readonly name = 'ActionLimitError';

  constructor(countMax: number) {
    super(`the actions cannot be stated in ${countMax} patterns`);
  }
}
