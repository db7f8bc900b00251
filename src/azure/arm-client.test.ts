import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { armClient } from './arm-client.ts';
import { clouds } from './cloud.ts';
import { clientOf } from './collection.case.ts';
import { reply, StandInServer } from './stand-in-server.case.ts';
import { smallTenant } from './tenant.case.ts';
import { CachedTokenSource } from './token-source.ts';
import { virtualClock } from './virtual-clock.case.ts';

const tenant = smallTenant({ subscriptions: 1, each: 1 });
const group = '/providers/Microsoft.Management/managementGroups/contoso';

describe('the client', () => {
  it('gets a resource, with a token and its own name', async () => {
    const server = await StandInServer.start(tenant);
    const answer = await clientOf(server).get(`${group}?api-version=2020-05-01`);
    expect(answer).toMatchObject({ status: 200, refusal: undefined, body: { name: 'contoso' } });
    expect(server.requests[0]!.headers).toMatchObject({
      authorization: 'Bearer token-1',
      'user-agent': 'landguard/test',
    });
  });

  it('has no method but the two that read', async () => {
    expect(Object.keys(clientOf(await StandInServer.start(tenant))).sort()).toEqual(['get', 'query']);
  });

  it('gives a refusal as it is', async () => {
    const server = await StandInServer.start(tenant);
    const { status, refusal } = await clientOf(server).get('/subscriptions/none?api-version=2020-05-01');
    expect([status, refusal]).toEqual([404, { code: 'NotFound', message: 'no such path' }]);
  });

  it('brings one fresh token when the old one is refused', async () => {
    const server = await StandInServer.start(tenant, { mishaps: ['none', 'token-refused'] });
    const client = clientOf(server);
    await client.get(`${group}?api-version=2020-05-01`);
    expect((await client.get(`${group}?api-version=2020-05-01`)).status).toBe(200);
    expect(server.requests).toHaveLength(3);
  });

  it('says so when a fresh token is refused too, without showing any', async () => {
    const answer = (_: unknown, response: Parameters<typeof reply>[0]) => {
      reply(response, 401, { error: { code: 'InvalidAuthenticationToken', message: 'Bearer token-1' } });
      return true;
    };
    const server = await StandInServer.start(tenant, { answer });
    const error: unknown = await clientOf(server)
      .get(group)
      .catch((reason: unknown) => reason);
    expect(error).toMatchObject({ problem: 'sign-in', status: 401 });
    expect(inspect(error, { depth: 9 })).not.toMatch(/token-\d/);
    expect(server.requests).toHaveLength(2);
  });

  it('asks nobody but its cloud', async () => {
    const server = await StandInServer.start(tenant);
    const other = await StandInServer.start(tenant);
    const client = clientOf(server);
    const elsewhere = [
      `${other.origin}${group}`,
      '//contoso.example/x',
      `http://u:p@${new URL(server.origin).host}/x`,
    ];
    for (const address of elsewhere)
      await expect(client.get(address)).rejects.toMatchObject({ problem: 'answer' });
    expect([server.requests, other.requests]).toEqual([[], []]);
    const cloud = { ...clouds.AzureCloud, manager: 'https://management.contoso.example' };
    const tokens = new CachedTokenSource(() => Promise.reject(new Error('never')), virtualClock());
    expect(() => armClient({ cloud, tokens, clock: virtualClock(), agent: 'x' })).toThrow(
      'no address of a known cloud',
    );
  });

  it('goes on after one resource that always fails, but not after an outage', async () => {
    const failing = (isOutage: boolean) =>
      StandInServer.start(tenant, {
        answer: ({ url }, response) => {
          if (!isOutage && !url.pathname.endsWith('broken')) return false;
          reply(response, 500, { error: { code: 'InternalServerError', message: 'x' } });
          return true;
        },
      });
    const client = clientOf(await failing(false));
    for (let at = 0; at < 12; at++) {
      expect((await client.get('/broken')).refusal).toEqual({ code: 'InternalServerError', message: 'x' });
      expect((await client.get(group)).status).toBe(200);
    }
    const outage = clientOf(await failing(true));
    for (let at = 0; at < 10; at++) expect((await outage.get(group)).status).toBe(500);
    await expect(outage.get(group)).rejects.toThrow('answers 500 to everything');
  });

  it('takes an answer without a body for an empty one, and a list at the top for none', async () => {
    const server = await StandInServer.start(tenant, {
      answer: ({ url }, response) => {
        if (url.pathname === '/empty') response.writeHead(204).end();
        else reply(response, 200, '[]');
        return true;
      },
    });
    expect((await clientOf(server).get('/empty')).body).toEqual({});
    await expect(clientOf(server).get('/list')).rejects.toThrow('something else than an object');
  });
});
