import { AzureError } from './azure-error.ts';

/** One request. Nothing but GET, and the POST that queries and token requests are. */
export interface HttpRequest {
  readonly url: URL;
  readonly method: 'GET' | 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface HttpAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

export interface HttpLimits {
  /** From the first byte sent to the last one received. */
  readonly timeoutMs: number;
  /** Bytes of the body, unpacked. */
  readonly bytesMax: number;
}

export const defaultHttpLimits: HttpLimits = { timeoutMs: 120_000, bytesMax: 64 * 1024 * 1024 };

/**
 * Sends a request and reads the whole answer. Redirects are refused: they would carry the token elsewhere. Throws an {@link AzureError}, `unreachable` for
 * whatever may go better next time, or the reason of the signal.
 */
export async function exchange(
  request: HttpRequest,
  limits: HttpLimits,
  signal?: AbortSignal,
): Promise<HttpAnswer> {
  const { url, method, headers, body } = request;
  const controller = new AbortController();
  let isLate = false;
  const timer = setTimeout(() => {
    isLate = true;
    controller.abort();
  }, limits.timeoutMs);
  // Not AbortSignal.any: what it makes lives as long as the signal, which outlives millions of requests.
  const end = () => controller.abort();
  signal?.addEventListener('abort', end);
  try {
    signal?.throwIfAborted();
    const response = await fetch(url, {
      method,
      headers,
      redirect: 'manual',
      signal: controller.signal,
      ...(body === undefined ? {} : { body }),
    });
    const text = await textOf(response, url, limits.bytesMax);
    if (response.status >= 300 && response.status < 400)
      throw new AzureError('answer', `${url.host} redirects to another address`, response.status);
    return { status: response.status, headers: response.headers, text };
  } catch (error) {
    signal?.throwIfAborted();
    if (error instanceof AzureError) throw error;
    const problem = isLate ? `no whole answer within ${limits.timeoutMs / 1000} seconds` : reasonOf(error);
    throw new AzureError('unreachable', `${url.host} cannot be read: ${problem}`, undefined, error);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', end);
  }
}

async function textOf(response: Response, url: URL, bytesMax: number): Promise<string> {
  if (response.body === null) return '';
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
    bytes += chunk.length;
    if (bytes > bytesMax)
      throw new AzureError('limit', `an answer of ${url.host} has more than ${bytesMax} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** `fetch` hides what the operating system said in the cause. */
function reasonOf(error: unknown): string {
  const { cause } = error as { cause?: unknown };
  const { code } = (cause ?? error) as NodeJS.ErrnoException;
  if (typeof code === 'string') return reasons[code] ?? code;
  return error instanceof Error ? error.message : String(error);
}

const reasons: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'the connection is refused',
  ECONNRESET: 'the connection was reset',
  ENOTFOUND: 'the host is not known to the network',
  EAI_AGAIN: 'the name server does not answer',
  ETIMEDOUT: 'the network does not answer',
  UND_ERR_CONNECT_TIMEOUT: 'the network does not answer',
  UND_ERR_SOCKET: 'the connection was closed in the middle',
};
