import { isObject } from '../kernel/index.ts';
import { AzureError } from './azure-error.ts';
import type { Clock } from './clock.ts';
import { exchange, type HttpAnswer, type HttpRequest } from './http-exchange.ts';
import { type AccessToken, unstatedLifeMs } from './token-source.ts';
import { defaultRetryPolicy, withRetries } from './with-retries.ts';

const limits = { timeoutMs: 30_000, bytesMax: 1024 * 1024 };
const policy = { ...defaultRetryPolicy, attemptsMax: 5 };

/** Asks a token endpoint; `who` names it in messages. Its answer is never repeated but for the code of the error. */
export async function requestToken(
  request: HttpRequest,
  who: string,
  clock: Clock,
  signal?: AbortSignal,
): Promise<AccessToken> {
  const answer = await reach(request, who, clock, signal);
  const body = bodyOf(answer.text);
  const token = body.access_token;
  if (answer.status !== 200 || typeof token !== 'string' || token === '')
    throw new AzureError('sign-in', `${who} gives no token: ${errorOf(body, answer.status)}`, answer.status);
  return { token, expiresOn: expiryOf(body, clock.now()) };
}

/** Without a token nothing can be asked at all, so this is not to be tried again by whoever wanted it. */
async function reach(
  request: HttpRequest,
  who: string,
  clock: Clock,
  signal: AbortSignal | undefined,
): Promise<HttpAnswer> {
  try {
    return await withRetries(() => exchange(request, limits, signal), policy, clock, signal);
  } catch (error) {
    if (!(error instanceof AzureError)) throw error;
    throw new AzureError('sign-in', `${who} gives no token: ${error.message}`, error.status, error);
  }
}

function bodyOf(text: string): Record<string, unknown> {
  try {
    const body: unknown = JSON.parse(text);
    return isObject(body) ? body : {};
  } catch {
    return {};
  }
}

/** Managed identities say when a token expires (`expires_on`), the Microsoft identity platform in how many seconds. */
function expiryOf({ expires_on: on, expires_in: within }: Record<string, unknown>, now: number): number {
  const at = Number(on);
  if (on !== undefined && Number.isFinite(at)) return at * 1000;
  const seconds = Number(within);
  return within !== undefined && Number.isFinite(seconds) ? now + seconds * 1000 : now + unstatedLifeMs;
}

function errorOf({ error, error_description: description }: Record<string, unknown>, status: number): string {
  const code = typeof error === 'string' && /^[\w.-]{1,60}$/.test(error) ? error : undefined;
  const number = typeof description === 'string' ? /\bAADSTS\d{1,9}\b/.exec(description)?.[0] : undefined;
  return [String(status), code, number].filter((part) => part !== undefined).join(' ');
}
