import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { redacted, type ValueObject } from '../kernel/index.ts';
import { type AzureCollection, type CollectAzureOptions, collectAzure } from './collect-azure.ts';
import { clientOf, MemoryEstate, servedIds } from './collection.case.ts';
import type { CollectionProgress } from './collection-step.ts';
import { type Mishap, StandInServer } from './stand-in-server.case.ts';
import { smallTenant, subscriptionId } from './tenant.case.ts';
import { virtualClock } from './virtual-clock.case.ts';

const tenant = smallTenant({ subscriptions: 2, each: 2 });
const served = servedIds(tenant);

function collect(
  server: StandInServer,
  estate: MemoryEstate,
  options: Partial<CollectAzureOptions> = {},
): Promise<AzureCollection> {
  return collectAzure({
    client: clientOf(server),
    sink: estate,
    checkpoint: estate.checkpoint,
    scope: { managementGroups: ['contoso'], subscriptions: [] },
    cloud: 'AzureCloud',
    children: 'needed',
    ...options,
  });
}

describe('a collection', () => {
  it('brings everything that is served, each object once', async () => {
    const estate = new MemoryEstate();
    const collection = await collect(await StandInServer.start(tenant), estate);
    expect(estate.ids).toEqual(served);
    expect(collection).toMatchObject({ subscriptions: 2, managementGroups: 2, incomplete: [] });
    expect([...collection.objects.values()].reduce((sum, count) => sum + count, 0)).toBe(served.length);
  });

  it('only reads: nothing is sent but GET and the query of Resource Graph', async () => {
    const server = await StandInServer.start(tenant);
    await collect(server, new MemoryEstate());
    const sent = new Set(
      server.requests.map(({ method, url }) => (method === 'GET' ? 'GET' : `${method} ${url.pathname}`)),
    );
    expect(sent).toEqual(new Set(['GET', 'POST /providers/Microsoft.ResourceGraph/resources']));
    expect(server.requests.length).toBeGreaterThan(50);
  });

  it('keeps no secret and no token', async () => {
    const estate = new MemoryEstate();
    await collect(await StandInServer.start(tenant), estate);
    expect(estate.text).toContain(redacted);
    expect(estate.text).not.toContain('not-to-be-seen');
    expect(estate.text).not.toMatch(/token-\d/);
  });

  it('leaves out the columns that a row has and its resource has not', async () => {
    const estate = new MemoryEstate();
    await collect(await StandInServer.start(tenant), estate);
    expect(estate.text).not.toMatch(/"kind":""|"zones":null/);
  });

  it('notes what is refused and goes on', async () => {
    const server = await StandInServer.start(tenant, {
      answer: ({ url }, response) => {
        if (!/sql0x0\/auditingSettings$/i.test(url.pathname)) return false;
        response.writeHead(403).end('{"error":{"code":"AuthorizationFailed","message":"no"}}');
        return true;
      },
    });
    const estate = new MemoryEstate();
    const { refused } = await collect(server, estate);
    const denied = refused.filter(({ status }) => status === 403);
    expect(denied).toEqual([
      {
        path: expect.stringMatching(/\/sql0x0\/auditingSettings$/),
        status: 403,
        code: 'AuthorizationFailed',
        count: 1,
      },
    ]);
    expect(estate.ids).toEqual(served.filter((id) => !/sql0x0\/auditingsettings/.test(id)));
    expect(refused.some(({ status }) => status === 404)).toBe(true);
  });

  it('goes on without a table that is refused, but not without the resources', async () => {
    const refusing = (table: string) =>
      StandInServer.start(tenant, {
        answer: ({ body }, response) => {
          if (!body.includes(`"${table} |`)) return false;
          response.writeHead(403).end('{"error":{"code":"AccessDenied","message":"no"}}');
          return true;
        },
      });
    const { refused } = await collect(await refusing('maintenanceresources'), new MemoryEstate());
    expect(refused).toContainEqual({
      path: 'Resource Graph maintenanceresources',
      status: 403,
      code: 'AccessDenied',
      count: 1,
    });
    const failing = collect(await refusing('resources'), new MemoryEstate());
    await expect(failing).rejects.toThrow('Resource Graph refuses resources: 403 AccessDenied');
  });

  it('says when fewer rows come than there are', async () => {
    const server = await StandInServer.start(tenant, {
      answer: ({ body }, response) => {
        if (!body.includes('"resources |')) return false;
        response.end(
          JSON.stringify({
            totalRecords: 3,
            count: 1,
            data: [{ id: '/subscriptions/x' }],
            resultTruncated: 'true',
          }),
        );
        return true;
      },
    });
    const { incomplete } = await collect(server, new MemoryEstate());
    expect(incomplete).toEqual([{ step: 'resources', count: 1, total: 3 }]);
  });

  it('needs a subscription, and looks again when it is resumed', async () => {
    const empty = { tables: {}, lists: new Map(), singles: new Map() };
    const estate = new MemoryEstate();
    const scope = { managementGroups: [], subscriptions: [] };
    const collecting = collect(await StandInServer.start(empty), estate, { scope });
    await expect(collecting).rejects.toThrow('no subscription is visible');
    await collect(await StandInServer.start(tenant), estate, { scope });
    expect(estate.ids).toEqual(served);
  });

  it('asks for the named subscriptions only', async () => {
    const server = await StandInServer.start(tenant);
    const estate = new MemoryEstate();
    const scope = { managementGroups: [], subscriptions: [subscriptionId(1)] };
    await collect(server, estate, { scope });
    expect(
      estate.ids.filter((id) => id.includes(subscriptionId(0)) && !id.includes('roleassignments')),
    ).toEqual([]);
    expect(estate.ids).toContain(`/subscriptions/${subscriptionId(1)}`);
  });

  it('collects no children when none are wanted, and more when all are', async () => {
    const none = new MemoryEstate();
    await collect(await StandInServer.start(tenant), none, { children: 'none' });
    expect(none.ids.some((id) => id.includes('auditingsettings') || id.includes('assessments'))).toBe(false);
    const server = await StandInServer.start(tenant);
    await collect(server, new MemoryEstate(), { children: 'all' });
    expect(server.requests.some(({ url }) => url.pathname.endsWith('/firewallRules'))).toBe(true);
  });

  it('tells how far it is', async () => {
    const heard: CollectionProgress[] = [];
    await collect(await StandInServer.start(tenant), new MemoryEstate(), {
      progress: (one) => heard.push(one),
    });
    for (const { done, total } of heard) expect(done).toBeLessThanOrEqual(total ?? done);
    const last = new Map(heard.map((one) => [one.step, one]));
    expect(last.get('resources')).toEqual({ step: 'resources', done: 12, total: 12 });
    expect(last.get('children')).toEqual({ step: 'children', done: 12, total: 12 });
  });

  it('refuses to see only some of more subscriptions than a query looks at', async () => {
    const server = await StandInServer.start(tenant, {
      answer: ({ method }, response) => {
        if (method !== 'POST') return false;
        response.writeHead(200, { 'x-ms-tenant-subscription-limit-hit': 'true' });
        response.end(JSON.stringify({ totalRecords: 0, count: 0, data: [] }));
        return true;
      },
    });
    await expect(collect(server, new MemoryEstate())).rejects.toThrow('more than 10,000 subscriptions');
  });
});

const mishaps: readonly Mishap[] = [
  'none',
  'throttled',
  'throttled-until-date',
  'server-error',
  'reset',
  'torn-body',
  'torn-text',
  'duplicate-page',
  'empty-page',
  'no-quota-left',
  'no-reads-left',
];

/** Any failures one after the other, and a token that expires on the way. */
const scripts = fc
  .tuple(fc.array(fc.constantFrom(...mishaps), { maxLength: 100 }), fc.nat({ max: 100 }))
  .map(([script, at]) => [...script.slice(0, at), 'token-refused' as const, ...script.slice(at)]);

describe('whatever happens on the way', () => {
  it('nothing is lost and nothing comes twice', async () => {
    await fc.assert(
      fc.asyncProperty(scripts, async (script) => {
        const estate = new MemoryEstate();
        const server = await StandInServer.start(tenant, { mishaps: script });
        const { incomplete } = await collect(server, estate);
        expect(estate.ids).toEqual(served);
        expect(incomplete).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it('a collection that is interrupted at any request, however often, is resumed', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.nat({ max: 90 }), { minLength: 1, maxLength: 4 }),
        scripts,
        async (interruptions, script) => {
          const estate = new MemoryEstate();
          for (const after of interruptions) {
            const controller = new AbortController();
            let left = after;
            const server = await StandInServer.start(tenant, {
              mishaps: script,
              answer: () => {
                if (left-- <= 0) controller.abort(new Error('interrupted'));
                return false;
              },
            });
            await collect(server, estate, { signal: controller.signal }).catch((error: Error) =>
              expect(error.message).toBe('interrupted'),
            );
          }
          await collect(await StandInServer.start(tenant), estate);
          expect(estate.ids).toEqual(served);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('a crash between a page and its note repeats the page', async () => {
    const estate = new MemoryEstate();
    const server = await StandInServer.start(tenant);
    let crashes = 0;
    for (let isDone = false; !isDone; ) {
      let left = 2;
      const append = async (line: ValueObject) => {
        if (left-- === 0) throw new Error('crashed');
        await estate.append(line);
      };
      const checkpoint = { read: estate.checkpoint.read, append };
      try {
        await collect(server, estate, { checkpoint });
        isDone = true;
      } catch (error) {
        expect(error).toEqual(new Error('crashed'));
        crashes++;
      }
    }
    expect(crashes).toBeGreaterThan(5);
    expect(estate.ids).toEqual(served);
  });

  it('a step whose page token is no longer known begins again', async () => {
    const estate = new MemoryEstate();
    const controller = new AbortController();
    const first = await StandInServer.start(tenant, {
      answer: ({ body }) => {
        if (body.includes('"resources |') && body.includes('"$skipToken":"6"'))
          controller.abort(new Error('interrupted'));
        return false;
      },
    });
    await expect(collect(first, estate, { signal: controller.signal })).rejects.toThrow('interrupted');
    let refusals = 0;
    const second = await StandInServer.start(tenant, {
      answer: ({ body }, response) => {
        if (refusals > 0 || !body.includes('"resources |') || !body.includes('$skipToken')) return false;
        refusals++;
        response.writeHead(400).end('{"error":{"code":"BadRequest","message":"token"}}');
        return true;
      },
    });
    await collect(second, estate);
    expect(refusals).toBe(1);
    expect(estate.ids).toEqual(served);
  });

  it('an answer that does not come is asked for again', async () => {
    const server = await StandInServer.start(tenant, { mishaps: ['none', 'hangs', 'none', 'none', 'hangs'] });
    const estate = new MemoryEstate();
    await collect(server, estate, { client: clientOf(server, virtualClock(), 300) });
    expect(estate.ids).toEqual(served);
  });

  it('pages that were written and never noted are gone in the end', async () => {
    const estate = new MemoryEstate();
    for (const step of ['scopes', 'resources', 'children'])
      for (const page of [0, 1, 40]) await estate.write({ step, page }, [{ id: '/subscriptions/stale' }]);
    await collect(await StandInServer.start(tenant), estate);
    expect(estate.ids).toEqual(served);
  });

  it('a finished collection is not collected again', async () => {
    const estate = new MemoryEstate();
    const first = await collect(await StandInServer.start(tenant), estate);
    const server = await StandInServer.start(tenant);
    expect(await collect(server, estate)).toEqual(first);
    expect(server.requests).toEqual([]);
  });

  it('does not go on with a collection of something else', async () => {
    const estate = new MemoryEstate();
    const server = await StandInServer.start(tenant);
    await collect(server, estate);
    await expect(collect(server, estate, { children: 'all' })).rejects.toThrow('begun with other options');
  });

  it('waits for quotas before they are refused', async () => {
    const clock = virtualClock();
    const server = await StandInServer.start(tenant, { mishaps: ['no-quota-left'] });
    await collect(server, new MemoryEstate(), { client: clientOf(server, clock) });
    expect(clock.waits).toContain(5000);
  });
});
