/** A command that cannot be carried out as it was given; its message is one sentence for the user. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
