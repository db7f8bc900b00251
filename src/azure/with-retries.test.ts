import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AzureError } from './azure-error.ts';
import type { HttpAnswer } from './http-exchange.ts';
import { virtualClock } from './virtual-clock.case.ts';
import { defaultRetryPolicy, withRetries } from './with-retries.ts';

function answer(status: number, headers: Record<string, string> = {}): HttpAnswer {
  return { status, headers: new Headers(headers), text: '' };
}

function sending(outcomes: readonly (HttpAnswer | Error)[]): () => Promise<HttpAnswer> {
  let at = 0;
  return async () => {
    const outcome = outcomes[Math.min(at++, outcomes.length - 1)]!;
    if (outcome instanceof Error) throw outcome;
    return outcome;
  };
}

const reset = new AzureError('unreachable', 'the connection was reset');

describe('a request that fails for a moment', () => {
  it.each([408, 429, 500, 502, 503, 504])('is sent again after %s', async (status) => {
    const clock = virtualClock();
    const { status: final } = await withRetries(
      sending([answer(status), answer(200)]),
      defaultRetryPolicy,
      clock,
    );
    expect(final).toBe(200);
    expect(clock.waits).toHaveLength(1);
  });

  it('is not sent again after an answer that stays the same', async () => {
    for (const status of [200, 204, 400, 401, 403, 404, 409]) {
      const clock = virtualClock();
      const sent = sending([answer(status), answer(200)]);
      expect((await withRetries(sent, defaultRetryPolicy, clock)).status).toBe(status);
      expect(clock.waits).toEqual([]);
    }
  });

  it('waits as long as it is asked to, else longer each time', async () => {
    const asked = virtualClock();
    await withRetries(
      sending([answer(429, { 'retry-after': '11' }), answer(200)]),
      defaultRetryPolicy,
      asked,
    );
    expect(asked.waits).toEqual([11_000]);
    const own = virtualClock(0, 0.999999);
    await withRetries(sending([reset, reset, reset, answer(200)]), defaultRetryPolicy, own);
    expect(own.waits).toEqual([1000, 2000, 4000]);
  });

  it('waits between half and all of what is due, and never longer than the longest wait', async () => {
    await fc.assert(
      fc.asyncProperty(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), async (random) => {
        const clock = virtualClock(0, random);
        const sent = sending([...new Array<Error>(9).fill(reset), answer(200)]);
        await withRetries(sent, defaultRetryPolicy, clock);
        for (const [at, wait] of clock.waits.entries()) {
          const due = Math.min(60_000, 1000 * 2 ** at);
          expect(wait >= Math.floor(due / 2) && wait <= due).toBe(true);
        }
      }),
    );
  });

  it('is given up in the end', async () => {
    const failing = withRetries(sending([reset]), { ...defaultRetryPolicy, attemptsMax: 3 }, virtualClock());
    await expect(failing).rejects.toThrow('the connection was reset (3 attempts)');
    const throttled = withRetries(sending([answer(429)]), defaultRetryPolicy, virtualClock());
    await expect(throttled).rejects.toThrow('the cloud answers 429 (10 attempts)');
  });

  it('is answered with a 5xx that does not pass', async () => {
    expect((await withRetries(sending([answer(500)]), defaultRetryPolicy, virtualClock())).status).toBe(500);
  });

  it('does not wait for hours', async () => {
    const long = withRetries(
      sending([answer(429, { 'retry-after': '7200' })]),
      defaultRetryPolicy,
      virtualClock(),
    );
    await expect(long).rejects.toThrow('asks to wait 7200 seconds');
  });

  it('throws at once what another attempt does not help against', async () => {
    const clock = virtualClock();
    const failing = withRetries(
      sending([new AzureError('sign-in', 'no'), answer(200)]),
      defaultRetryPolicy,
      clock,
    );
    await expect(failing).rejects.toThrow('no');
    expect(clock.waits).toEqual([]);
  });

  it('ends when it is told to', async () => {
    const signal = AbortSignal.abort(new Error('enough'));
    await expect(
      withRetries(sending([answer(200)]), defaultRetryPolicy, virtualClock(), signal),
    ).rejects.toThrow('enough');
  });
});
