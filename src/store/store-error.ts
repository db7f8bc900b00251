/**
 * What went wrong with the store:
 * - `locked`: another process has it open
 * - `refused`: the server refuses the connection or the work
 * - `unreachable`: the server does not answer, or is gone
 * - `disk`: it cannot be read or written
 * - `damaged`: what is there cannot be read as a store
 * - `missing`: a run that was asked for is not kept
 */
export type StoreProblem = 'locked' | 'refused' | 'unreachable' | 'disk' | 'damaged' | 'missing';

/** An operating error of this room; its message is one sentence for people and never holds a password. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
  readonly problem: StoreProblem;

  constructor(problem: StoreProblem, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.problem = problem;
  }
}

/** By the first two or all five characters of the SQLSTATE (PostgreSQL's documentation, Appendix A). */
const sqlProblems: Readonly<Record<string, readonly [StoreProblem, string]>> = {
  '08': ['unreachable', 'the connection to the server was lost'],
  '28': ['refused', 'the server does not accept the user or the password'],
  '3D': ['refused', 'the server has no such database'],
  '42501': ['refused', 'the user may not do that in this database'],
  '53100': ['disk', 'the disk is full'],
  '53': ['refused', 'the server has no resources left'],
  '57': ['unreachable', 'the server is stopping or has ended the connection'],
  '58': ['disk', 'a file of the database cannot be read or written'],
  XX: ['damaged', 'the database is damaged'],
};

const systemProblems: Readonly<Record<string, readonly [StoreProblem, string]>> = {
  ECONNREFUSED: ['unreachable', 'the server refuses the connection'],
  ECONNRESET: ['unreachable', 'the connection to the server was lost'],
  EPIPE: ['unreachable', 'the connection to the server was lost'],
  ENOTFOUND: ['unreachable', 'there is no server of that name'],
  EAI_AGAIN: ['unreachable', 'the name of the server cannot be looked up now'],
  ETIMEDOUT: ['unreachable', 'the server does not answer'],
  EHOSTUNREACH: ['unreachable', 'the server cannot be reached'],
  ENETUNREACH: ['unreachable', 'the server cannot be reached'],
  ENOSPC: ['disk', 'the disk is full'],
  EDQUOT: ['disk', 'the disk quota is used up'],
  EACCES: ['disk', 'permission is denied'],
  EPERM: ['disk', 'permission is denied'],
  EROFS: ['disk', 'the file system is read-only'],
  ENOTDIR: ['disk', 'a part of its path is not a folder'],
  EEXIST: ['disk', 'there is a file where a folder should be'],
  EIO: ['disk', 'the disk cannot be read or written'],
};

/** Errors of the driver that have no code. */
const wordedProblems: readonly (readonly [string, StoreProblem, string])[] = [
  ['Connection terminated', 'unreachable', 'the server does not answer, or the connection was lost'],
  ['timeout expired', 'unreachable', 'the server does not answer'],
  ['timeout exceeded', 'unreachable', 'the server does not answer'],
  ['is not queryable', 'unreachable', 'the connection to the server was lost'],
  ['does not support SSL', 'refused', 'the server has no TLS, and `sslmode` asks for it'],
];

/** The operating error that an error of a driver or of the operating system means; errors that are none, that is bugs, come back as they are. */
export function storeError(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof StoreError) return error;
  const { code } = error as { code?: unknown };
  if (typeof code === 'string') {
    const known = systemProblems[code] ?? sqlProblems[code] ?? sqlProblems[code.slice(0, 2)];
    if (known !== undefined) return new StoreError(known[0], known[1], error);
    if (/^(ERR_TLS|ERR_SSL|CERT_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|HOSTNAME_)/.test(code))
      return new StoreError('refused', `the server cannot be trusted: ${error.message}`, error);
  }
  const worded = wordedProblems.find(([words]) => error.message.includes(words));
  return worded === undefined ? error : new StoreError(worded[1], worded[2], error);
}
