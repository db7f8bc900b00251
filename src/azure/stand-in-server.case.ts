import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll } from 'vitest';
import type { ValueObject } from '../kernel/index.ts';
import type { Cloud } from './cloud.ts';
import type { Tenant } from './tenant.case.ts';

/** What happens to one request instead of, or beside, a plain answer. */
export type Mishap =
  | 'none'
  | 'throttled'
  | 'throttled-until-date'
  | 'server-error'
  | 'reset'
  | 'hangs'
  | 'torn-body'
  | 'torn-text'
  | 'token-refused'
  | 'duplicate-page'
  | 'empty-page'
  | 'no-quota-left'
  | 'no-reads-left';

export interface StandInOptions {
  /** Rows and entries of a page. */
  readonly pageSize?: number;
  /** What happens to the first, second ... request for data; nothing to those after. */
  readonly mishaps?: readonly Mishap[];
  /** Answers a request itself, before anything else. */
  readonly answer?: (request: SeenRequest, response: ServerResponse) => boolean;
}

export interface SeenRequest {
  readonly method: string;
  readonly url: URL;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

const open: Server[] = [];

afterAll(() => {
  for (const server of open.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

/** A stand-in for Azure Resource Manager and Resource Graph on this machine, over real HTTP. */
export class StandInServer {
  readonly requests: SeenRequest[] = [];
  origin = '';
  /** The clock of those who ask, so that a date in an answer means the same to both. */
  now: () => number = Date.now;
  readonly #tenant: Tenant;
  readonly #pageSize: number;
  readonly #mishaps: readonly Mishap[];
  readonly #answer: StandInOptions['answer'];
  #dataCount = 0;
  #tokens = 0;

  private constructor(tenant: Tenant, { pageSize = 3, mishaps = [], answer }: StandInOptions) {
    this.#tenant = tenant;
    this.#pageSize = pageSize;
    this.#mishaps = mishaps;
    this.#answer = answer;
  }

  static async start(tenant: Tenant, options: StandInOptions = {}): Promise<StandInServer> {
    const standIn = new StandInServer(tenant, options);
    const server = createServer((request, response) => void standIn.#handle(request, response));
    open.push(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    standIn.origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    return standIn;
  }

  get cloud(): Cloud {
    return { name: 'AzureCloud', manager: this.origin, authority: this.origin };
  }

  /** Only the last token that was given out is accepted. */
  nextToken(): string {
    this.#tokens++;
    return `token-${this.#tokens}`;
  }

  async #handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const seen: SeenRequest = {
      method: request.method ?? '',
      url: new URL(request.url ?? '/', this.origin),
      headers: request.headers,
      body: Buffer.concat(chunks).toString('utf8'),
    };
    this.requests.push(seen);
    if (this.#answer?.(seen, response) === true) return;
    const mishap = this.#mishaps[this.#dataCount++] ?? 'none';
    if (mishap === 'token-refused') this.#tokens++;
    if (seen.headers.authorization !== `Bearer token-${this.#tokens}`) {
      reply(response, 401, { error: { code: 'ExpiredAuthenticationToken', message: 'expired' } });
      return;
    }
    this.#reply(mishap, seen, response);
  }

  #reply(mishap: Mishap, seen: SeenRequest, response: ServerResponse): void {
    const { status, body } = this.#data(seen, mishap);
    const text = JSON.stringify(body);
    const refused = { error: { code: 'TooManyRequests', message: 'slowly' } };
    switch (mishap) {
      case 'throttled':
        reply(response, 429, refused, { 'retry-after': '7' });
        break;
      case 'throttled-until-date':
        reply(response, 429, refused, { 'retry-after': new Date(this.now() + 5000).toUTCString() });
        break;
      case 'server-error':
        reply(response, 503, 'not now');
        break;
      case 'reset':
        response.destroy();
        break;
      case 'hangs':
        response.writeHead(200).write(text.slice(0, 1));
        break;
      case 'torn-body':
        response.writeHead(200, { 'content-type': 'application/json', 'content-length': text.length });
        response.write(text.slice(0, text.length / 2), () => response.destroy());
        break;
      case 'torn-text':
        reply(response, 200, text.slice(0, -3));
        break;
      default:
        reply(response, status, body, quotaHeaders(mishap));
    }
  }

  #data(seen: SeenRequest, mishap: Mishap): { status: number; body: ValueObject } {
    if (seen.method === 'POST' && /\/Microsoft\.ResourceGraph\/resources$/i.test(seen.url.pathname))
      return { status: 200, body: this.#rows(JSON.parse(seen.body), mishap) };
    const path = decodeURIComponent(seen.url.pathname).toLowerCase();
    const single = this.#tenant.singles.get(path);
    if (single !== undefined) return { status: 200, body: single };
    const list = this.#tenant.lists.get(path);
    if (list === undefined)
      return { status: 404, body: { error: { code: 'NotFound', message: 'no such path' } } };
    const { items, next } = this.#page(list, seen.url.searchParams.get('$skiptoken') ?? '', mishap);
    if (next === undefined) return { status: 200, body: { value: items } };
    const link = new URL(seen.url);
    link.searchParams.set('$skiptoken', next);
    return { status: 200, body: { value: items, nextLink: link.href } };
  }

  #rows(request: GraphBody, mishap: Mishap): ValueObject {
    const { query, subscriptions, options } = request;
    const table = query.split(' ')[0]!;
    const types = [...query.matchAll(/'([^']+)'/g)].map((match) => match[1]);
    const isInherited = options.authorizationScopeFilter === 'AtScopeAboveAndBelow';
    const rows = (this.#tenant.tables[table] ?? [])
      .filter((row) => types.length === 0 || types.includes(String(row.type).toLowerCase()))
      .filter((row) => isVisible(row, subscriptions, isInherited))
      .sort((a, b) => (String(a.id) < String(b.id) ? -1 : 1));
    const { items, next } = this.#page(rows, options.$skipToken ?? '', mishap);
    return {
      totalRecords: rows.length,
      count: items.length,
      data: items,
      resultTruncated: 'false',
      ...(next === undefined ? {} : { $skipToken: next }),
    };
  }

  /** A page from a token, which is an offset; a page that is given again, or an empty one, is followed by the right one. */
  #page(
    list: readonly ValueObject[],
    token: string,
    mishap: Mishap,
  ): { items: ValueObject[]; next: string | undefined } {
    const from = Number(/^(\d+)/.exec(token)?.[1] ?? 0);
    if (mishap === 'empty-page') return { items: [], next: `${from} after empty ${this.#dataCount}` };
    const items = list.slice(from, from + this.#pageSize);
    if (mishap === 'duplicate-page') return { items, next: `${from} again ${this.#dataCount}` };
    const end = from + this.#pageSize;
    return { items, next: end < list.length ? String(end) : undefined };
  }
}

interface GraphBody {
  readonly query: string;
  readonly subscriptions?: readonly string[];
  readonly options: { readonly $skipToken?: string; readonly authorizationScopeFilter?: string };
}

function isVisible(
  row: ValueObject,
  subscriptions: readonly string[] | undefined,
  isInherited: boolean,
): boolean {
  if (subscriptions === undefined) return true;
  if (row.subscriptionId === undefined) return isInherited;
  return subscriptions.includes(String(row.subscriptionId));
}

function quotaHeaders(mishap: Mishap): Record<string, string> {
  if (mishap === 'no-quota-left')
    return { 'x-ms-user-quota-remaining': '0', 'x-ms-user-quota-resets-after': '00:00:05' };
  if (mishap === 'no-reads-left') return { 'x-ms-ratelimit-remaining-subscription-reads': '3' };
  return {};
}

/** Answers with JSON, or with a text as it is. */
export function reply(
  response: ServerResponse,
  status: number,
  body: ValueObject | string,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(typeof body === 'string' ? body : JSON.stringify(body));
}
