import { describe, expect, it } from 'vitest';
import { CachedTokenSource } from './token-source.ts';

function source(lifeMs: number) {
  let now = 0;
  let count = 0;
  const read = async () => ({ token: `token-${++count}`, expiresOn: now + lifeMs });
  const tokens = new CachedTokenSource(read, { now: () => now });
  return { tokens, pass: (ms: number) => (now += ms) };
}

describe('tokens', () => {
  it('are kept until five minutes before they expire', async () => {
    const { tokens, pass } = source(3_600_000);
    expect((await tokens.token('a')).token).toBe('token-1');
    pass(3_600_000 - 300_001);
    expect((await tokens.token('a')).token).toBe('token-1');
    pass(1);
    expect((await tokens.token('a')).token).toBe('token-2');
  });

  it('are one for each resource, and one for all who ask at the same time', async () => {
    const { tokens } = source(3_600_000);
    const asked = await Promise.all([tokens.token('a'), tokens.token('a'), tokens.token('b')]);
    expect(asked.map(({ token }) => token)).toEqual(['token-1', 'token-1', 'token-2']);
  });

  it('are forgotten once, however many were refused the same one', async () => {
    const { tokens } = source(3_600_000);
    const old = await tokens.token('a');
    tokens.forget('a', old);
    const fresh = await tokens.token('a');
    tokens.forget('a', old);
    expect((await tokens.token('a')).token).toBe(fresh.token);
  });

  it('are asked for again after a failure', async () => {
    let fails = true;
    const read = async () => {
      if (fails) throw new Error('not now');
      return { token: 'token', expiresOn: Number.POSITIVE_INFINITY };
    };
    const tokens = new CachedTokenSource(read, { now: () => 0 });
    await expect(tokens.token('a')).rejects.toThrow('not now');
    fails = false;
    expect((await tokens.token('a')).token).toBe('token');
  });
});
