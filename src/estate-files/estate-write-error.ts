/** An estate could not be written: why, in words for a person. */
export class EstateWriteError extends Error {
  constructor(problem: string, cause?: unknown) {
    super(problem, { cause });
    this.name = 'EstateWriteError';
  }
}
