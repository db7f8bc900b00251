import { describe, expect, it } from 'vitest';
import { exchange } from './http-exchange.ts';
import { reply, StandInServer } from './stand-in-server.case.ts';

const nothing = { tables: {}, lists: new Map(), singles: new Map() };
const limits = { timeoutMs: 20_000, bytesMax: 1000 };

type Answer = NonNullable<NonNullable<Parameters<typeof StandInServer.start>[1]>['answer']>;

async function asked(answer: Answer, own: Partial<typeof limits> = {}, signal?: AbortSignal) {
  const server = await StandInServer.start(nothing, {
    answer: (seen, response) => answer(seen, response) ?? true,
  });
  const request = {
    url: new URL('/x', server.origin),
    method: 'GET' as const,
    headers: { accept: 'application/json' },
  };
  return exchange(request, { ...limits, ...own }, signal);
}

describe('an exchange', () => {
  it('brings status, headers and text, whatever the status', async () => {
    const { status, headers, text } = await asked((_, response) => {
      reply(response, 404, 'ä', { 'x-own': '1' });
      return true;
    });
    expect([status, headers.get('x-own'), text]).toEqual([404, '1', 'ä']);
  });

  it('follows no redirect', async () => {
    const seen: string[] = [];
    const redirecting = asked(({ url }, response) => {
      seen.push(url.pathname);
      response.writeHead(307, { location: '/elsewhere' }).end();
      return true;
    });
    await expect(redirecting).rejects.toMatchObject({ problem: 'answer', status: 307 });
    expect(seen).toEqual(['/x']);
  });

  it('reads no more than it may', async () => {
    const large = asked((_, response) => {
      response.end('x'.repeat(1001));
      return true;
    });
    await expect(large).rejects.toMatchObject({ problem: 'limit' });
  });

  it('does not wait for ever', async () => {
    const slow = asked((_, response) => response.writeHead(200).write('{') || true, { timeoutMs: 60 });
    await expect(slow).rejects.toThrow('no whole answer within 0.06 seconds');
  });

  it('says what was wrong with the connection', async () => {
    const reset = asked((_, response) => {
      response.destroy();
      return true;
    });
    await expect(reset).rejects.toMatchObject({
      problem: 'unreachable',
      message: expect.stringContaining('127.0.0.1'),
    });
    const closed = { url: new URL('http://127.0.0.1:9/'), method: 'GET' as const, headers: {} };
    await expect(exchange(closed, limits)).rejects.toMatchObject({ problem: 'unreachable' });
  });

  it('ends with the reason of the signal', async () => {
    const controller = new AbortController();
    const ending = asked(
      () => {
        controller.abort(new Error('enough'));
        return true;
      },
      {},
      controller.signal,
    );
    await expect(ending).rejects.toThrow('enough');
  });
});
