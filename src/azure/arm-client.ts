import { isObject, type Value, type ValueObject } from '../kernel/index.ts';
import { answerValue } from './answer-value.ts';
import { AzureError } from './azure-error.ts';
import type { Clock } from './clock.ts';
import { type Cloud, isAllowedOrigin } from './cloud.ts';
import type { GraphRequest } from './graph-request.ts';
import { defaultHttpLimits, exchange, type HttpAnswer, type HttpLimits } from './http-exchange.ts';
import { ReadQuotas } from './read-quotas.ts';
import type { AccessToken, TokenSource } from './token-source.ts';
import { defaultRetryPolicy, type RetryPolicy, withRetries } from './with-retries.ts';

/** What Azure Resource Manager answered: a body, or a refusal that repeating does not help against. */
export interface ArmAnswer {
  readonly status: number;
  readonly headers: Headers;
  /** The body of a 2xx answer. */
  readonly body: ValueObject;
  /** Of a refusal: the code that the service has for it, and what it says. */
  readonly refusal: { readonly code: string; readonly message: string } | undefined;
}

/** Reads from Azure Resource Manager, and nothing else: there is no method that could change anything. */
export interface ArmClient {
  /** Gets a path with its `api-version`, or the next page of a list by the address that the page before names. */
  get(address: string, signal?: AbortSignal): Promise<ArmAnswer>;
  /** Queries Resource Graph (REST `Resources`, the only POST there is). */
  query(request: GraphRequest, signal?: AbortSignal): Promise<ArmAnswer>;
}

export interface ArmClientOptions {
  readonly cloud: Cloud;
  readonly tokens: TokenSource;
  readonly clock: Clock;
  readonly limits?: Partial<HttpLimits>;
  readonly retries?: Partial<RetryPolicy>;
  /** What the client says that it is: `landguard/0.1.0`. */
  readonly agent: string;
}

const graphAddress = '/providers/Microsoft.ResourceGraph/resources?api-version=2022-10-01';

/** A client for the Azure Resource Manager of a cloud. */
export function armClient(options: ArmClientOptions): ArmClient {
  if (!isAllowedOrigin(options.cloud.manager))
    throw new AzureError('refused', `\`${options.cloud.manager}\` is no address of a known cloud`);
  const reader = new ArmReader(options);
  return {
    get: (address, signal) => reader.read('GET', address, undefined, signal),
    query: (request, signal) => reader.read('POST', graphAddress, JSON.stringify(request), signal),
  };
}

/** Requests in a row that the cloud failed to answer after all attempts. One alone is one resource's trouble, so many are an outage. */
const outageCountMax = 10;

interface ArmRequest {
  readonly method: 'GET' | 'POST';
  readonly url: URL;
  readonly body: string | undefined;
}

class ArmReader {
  readonly #cloud: Cloud;
  readonly #tokens: TokenSource;
  readonly #clock: Clock;
  readonly #quotas: ReadQuotas;
  readonly #limits: HttpLimits;
  readonly #retries: RetryPolicy;
  readonly #agent: string;
  #outages = 0;

  constructor({ cloud, tokens, clock, limits, retries, agent }: ArmClientOptions) {
    this.#cloud = cloud;
    this.#tokens = tokens;
    this.#clock = clock;
    this.#quotas = new ReadQuotas(clock);
    this.#limits = { ...defaultHttpLimits, ...limits };
    this.#retries = { ...defaultRetryPolicy, ...retries };
    this.#agent = agent;
  }

  async read(
    method: 'GET' | 'POST',
    address: string,
    body: string | undefined,
    signal: AbortSignal | undefined,
  ): Promise<ArmAnswer> {
    const url = this.#resolve(address);
    const key =
      method === 'POST' ? 'graph' : (/^\/subscriptions\/[^/]+/i.exec(url.pathname)?.[0] ?? 'tenant');
    let parsed: Value | undefined;
    const send = async () => {
      const answer = await this.#authorized({ method, url, body }, key, signal);
      parsed = parseBody(answer, url);
      return answer;
    };
    const answer = await withRetries(send, this.#retries, this.#clock, signal);
    const { status, headers } = answer;
    if (status === 401)
      throw new AzureError('sign-in', `${url.host} does not accept the token, not even a fresh one`, status);
    this.#outages = status >= 500 ? this.#outages + 1 : 0;
    if (this.#outages > outageCountMax)
      throw new AzureError('unreachable', `${url.host} answers ${status} to everything`, status);
    if (status < 200 || status >= 300)
      return { status, headers, body: {}, refusal: refusalOf(parsed, status) };
    if (!isObject(parsed))
      throw new AzureError('answer', `${url.host} answers something else than an object`);
    return { status, headers, body: parsed, refusal: undefined };
  }

  /** Only the cloud itself is ever asked: what an answer names as the next page must be there too. */
  #resolve(address: string): URL {
    const url = new URL(address, this.#cloud.manager);
    if (url.origin !== this.#cloud.manager || url.username !== '' || url.password !== '')
      throw new AzureError('answer', `a page leads away from ${new URL(this.#cloud.manager).host}`);
    return url;
  }

  /** Sends with a token; once more with a fresh one when that is not accepted. */
  async #authorized(request: ArmRequest, key: string, signal: AbortSignal | undefined): Promise<HttpAnswer> {
    const manager = this.#cloud.manager;
    const token = await this.#tokens.token(manager, signal);
    const first = await this.#send(request, token, key, signal);
    if (first.status !== 401) return first;
    this.#tokens.forget(manager, token);
    return this.#send(request, await this.#tokens.token(manager, signal), key, signal);
  }

  async #send(
    { url, method, body }: ArmRequest,
    { token }: AccessToken,
    key: string,
    signal: AbortSignal | undefined,
  ): Promise<HttpAnswer> {
    await this.#quotas.enter(key, signal);
    const headers = {
      authorization: `Bearer ${token}`,
      accept: 'application/json',
      'user-agent': this.#agent,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    };
    try {
      const request = { url, method, headers, ...(body === undefined ? {} : { body }) };
      const answer = await exchange(request, this.#limits, signal);
      this.#quotas.seen(key, answer.headers);
      return answer;
    } catch (error) {
      this.#quotas.failed(key);
      throw error;
    }
  }
}

/** The value of an answer. A good status with a body that is no JSON is a torn body, which is worth another attempt. */
function parseBody({ status, text }: HttpAnswer, url: URL): Value | undefined {
  if (status === 204) return {};
  const value = answerValue(text);
  if (value === undefined && status >= 200 && status < 300)
    throw new AzureError('unreachable', `${url.host} answers ${status} with a body that is no JSON`);
  return value;
}

function refusalOf(body: Value | undefined, status: number): { code: string; message: string } {
  const error = isObject(body) && isObject(body.error) ? body.error : {};
  return {
    code: typeof error.code === 'string' ? error.code.slice(0, 100) : String(status),
    message: typeof error.message === 'string' ? error.message.slice(0, 2000) : '',
  };
}
