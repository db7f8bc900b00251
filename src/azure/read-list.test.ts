import { describe, expect, it } from 'vitest';
import { clientOf } from './collection.case.ts';
import { type ReadTarget, readList } from './read-list.ts';
import { reply, StandInServer } from './stand-in-server.case.ts';
import { smallTenant } from './tenant.case.ts';

const tenant = smallTenant({ subscriptions: 1, each: 1 });
const server =
  '/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/apps/providers/Microsoft.Sql/servers/sql0x0';
const rules: ReadTarget = {
  scope: server,
  path: 'virtualNetworkRules',
  version: '2021-11-01',
  answers: 'list',
};

type Options = NonNullable<Parameters<typeof StandInServer.start>[1]>;

async function read(target: ReadTarget, options: Options = {}) {
  const standIn = await StandInServer.start(tenant, options);
  return { ...(await readList(clientOf(standIn), target)), standIn };
}

describe('a list', () => {
  it('is read to its last page', async () => {
    const { objects, refused, standIn } = await read(rules, { pageSize: 2 });
    expect(objects.map(({ name }) => name)).toEqual(['a', 'b', 'c']);
    expect(refused).toEqual([]);
    expect(standIn.requests).toHaveLength(2);
  });

  it('is asked for with its version and filter, and with names as they are', async () => {
    const named = {
      ...rules,
      scope: '/subscriptions/s/resourceGroups/a b#1/providers/X/y/z',
      filter: "policyType eq 'Custom'",
    };
    const { standIn, refused } = await read(named);
    const { url } = standIn.requests[0]!;
    expect(decodeURIComponent(url.pathname)).toBe(`${named.scope}/virtualNetworkRules`);
    expect(Object.fromEntries(url.searchParams)).toEqual({
      'api-version': '2021-11-01',
      $filter: named.filter,
    });
    expect(refused).toEqual([{ path: `${named.scope}/virtualNetworkRules`, status: 404, code: 'NotFound' }]);
  });

  it('keeps what came before a refusal', async () => {
    const { objects, refused } = await read(rules, {
      pageSize: 2,
      answer: ({ url }, response) => {
        if (!url.searchParams.has('$skiptoken')) return false;
        reply(response, 403, { error: { code: 'AuthorizationFailed', message: '' } });
        return true;
      },
    });
    expect(objects).toHaveLength(2);
    expect(refused).toEqual([
      { path: `${server}/virtualNetworkRules`, status: 403, code: 'AuthorizationFailed' },
    ]);
  });

  it('is asked for with another version where the wanted one is not known', async () => {
    const { objects, standIn } = await read(rules, {
      answer: ({ url }, response) => {
        if (url.searchParams.get('api-version') !== '2021-11-01') return false;
        const message =
          "No registered resource provider found. The supported api-versions are '2015-05-01, 2020-11-01'.";
        reply(response, 400, { error: { code: 'NoRegisteredProviderFound', message } });
        return true;
      },
    });
    expect(objects).toHaveLength(3);
    expect(standIn.requests[1]!.url.searchParams.get('api-version')).toBe('2020-11-01');
  });

  it('does not go round in circles', async () => {
    const circling = read(rules, {
      answer: ({ url }, response) => {
        reply(response, 200, { value: [], nextLink: url.href });
        return true;
      },
    });
    await expect(circling).rejects.toThrow('do not come to an end');
  });

  it('never follows a page to another place', async () => {
    const leaving = read(rules, {
      answer: (_, response) => {
        reply(response, 200, { value: [], nextLink: 'https://contoso.example/next' });
        return true;
      },
    });
    await expect(leaving).rejects.toThrow('leads away');
  });
});

describe('one resource', () => {
  it('is its own list', async () => {
    const scope = server.replace('Microsoft.Sql/servers/sql', 'Microsoft.Web/sites/web');
    const { objects } = await read({ scope, path: 'config/web', version: '2022-09-01', answers: 'one' });
    expect(objects.map(({ id }) => id)).toEqual([`${scope}/config/web`]);
  });
});
