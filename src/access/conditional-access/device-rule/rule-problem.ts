/** What stops the reading of a rule; it becomes a diagnostic where the reading began. */
export class RuleProblem extends Error {
  readonly problem: string;

  constructor(problem: string) {
    super(problem);
    this.problem = problem;
  }
}
