import { AzureError } from './azure-error.ts';
import type { Clock } from './clock.ts';
import type { HttpAnswer } from './http-exchange.ts';
import { retryAfterMs } from './retry-after.ts';

/** How often and how patiently a request is repeated. */
export interface RetryPolicy {
  /** The first attempt included. */
  readonly attemptsMax: number;
  /** The wait before the second attempt; it doubles from there, and a random part of it is left out. */
  readonly firstWaitMs: number;
  readonly waitMsMax: number;
  /** The longest wait that an answer may ask for. */
  readonly askedWaitMsMax: number;
}

export const defaultRetryPolicy: RetryPolicy = {
  attemptsMax: 10,
  firstWaitMs: 1000,
  waitMsMax: 60_000,
  askedWaitMsMax: 60 * 60_000,
};

/** Statuses that mean: not now. */
function isPassing(status: number): boolean {
  return status === 408 || status === 429 || status >= 500;
}

/**
 * Sends until an answer comes that is not just a bad moment: not after 408, 429, 5xx, resets and torn bodies. Waits as long as the answer asks, else longer each
 * time. After too many failures a 5xx is an answer like others, for some services have it for one resource and always; everything else is thrown.
 */
export async function withRetries(
  send: () => Promise<HttpAnswer>,
  policy: RetryPolicy,
  clock: Clock,
  signal?: AbortSignal,
): Promise<HttpAnswer> {
  for (let attempt = 1; ; attempt++) {
    signal?.throwIfAborted();
    const outcome = await attemptOf(send);
    if (!(outcome instanceof AzureError) && !isPassing(outcome.status)) return outcome;
    const asked = outcome instanceof AzureError ? 0 : (retryAfterMs(outcome.headers, clock.now()) ?? 0);
    if (attempt >= policy.attemptsMax) {
      if (outcome instanceof AzureError || outcome.status < 500) throw lastFailure(outcome, attempt);
      return outcome;
    }
    if (asked > policy.askedWaitMsMax)
      throw new AzureError('limit', `the cloud asks to wait ${Math.round(asked / 1000)} seconds`);
    await clock.sleep(asked || backOffMs(attempt, policy, clock.random()), signal);
  }
}

async function attemptOf(send: () => Promise<HttpAnswer>): Promise<HttpAnswer | AzureError> {
  try {
    return await send();
  } catch (error) {
    if (error instanceof AzureError && error.problem === 'unreachable') return error;
    throw error;
  }
}

function lastFailure(outcome: HttpAnswer | AzureError, attempts: number): AzureError {
  const message = outcome instanceof AzureError ? outcome.message : `the cloud answers ${outcome.status}`;
  return new AzureError(
    'unreachable',
    `${message} (${attempts} attempts)`,
    outcome.status,
    outcome instanceof AzureError ? outcome.cause : undefined,
  );
}

/** Between half of the doubled wait and all of it, so that many clients do not come back at once. */
function backOffMs(attempt: number, { firstWaitMs, waitMsMax }: RetryPolicy, random: number): number {
  const wait = Math.min(waitMsMax, firstWaitMs * 2 ** (attempt - 1));
  return Math.round(wait * (0.5 + random / 2));
}
