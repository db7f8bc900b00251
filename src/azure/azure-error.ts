/**
 * What went wrong with the cloud:
 * - `sign-in`: no token, or one that is not accepted
 * - `refused`: the cloud said no to something without which there is no collection
 * - `unreachable`: no whole answer came, however often it was asked for
 * - `answer`: an answer came that cannot be what was asked for
 * - `limit`: an answer is larger, or a wait longer, than allowed
 */
export type AzureProblem = 'sign-in' | 'refused' | 'unreachable' | 'answer' | 'limit';

/** An operating error of this room; its message is one sentence for people and never holds a token or a secret. */
export class AzureError extends Error {
  override readonly name = 'AzureError';
  readonly problem: AzureProblem;
  /** The HTTP status, where there was an answer. */
  readonly status: number | undefined;

  constructor(problem: AzureProblem, message: string, status?: number, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.problem = problem;
    this.status = status;
  }
}
