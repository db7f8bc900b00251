import type { Clock } from './clock.ts';

/** A bearer token. It is sent to the cloud and goes nowhere else: not into messages, errors or files. */
export interface AccessToken {
  readonly token: string;
  /** Milliseconds since 1970. */
  readonly expiresOn: number;
}

/** Where tokens come from. */
export interface TokenSource {
  /** A token for a resource, such as `https://management.azure.com`, that is valid for some minutes more. */
  token(resource: string, signal?: AbortSignal): Promise<AccessToken>;
  /** Lets the next call bring a fresh one: the cloud did not accept this one. */
  forget(resource: string, refused: AccessToken): void;
}

/** Brings one fresh token, by whatever way a person or machine signs in. Throws an `AzureError` of the kind `sign-in`. */
export type TokenReader = (resource: string, signal?: AbortSignal) => Promise<AccessToken>;

/** How long a token is taken for valid whose source does not say. */
export const unstatedLifeMs = 10 * 60_000;

const renewedBeforeMs = 5 * 60_000;

/** Keeps tokens until five minutes before they expire; whoever asks meanwhile waits for the same one. */
export class CachedTokenSource implements TokenSource {
  readonly #read: TokenReader;
  readonly #clock: Pick<Clock, 'now'>;
  readonly #kept = new Map<string, AccessToken>();
  readonly #underWay = new Map<string, Promise<AccessToken>>();

  constructor(read: TokenReader, clock: Pick<Clock, 'now'>) {
    this.#read = read;
    this.#clock = clock;
  }

  async token(resource: string, signal?: AbortSignal): Promise<AccessToken> {
    const kept = this.#kept.get(resource);
    if (kept !== undefined && kept.expiresOn - this.#clock.now() > renewedBeforeMs) return kept;
    let underWay = this.#underWay.get(resource);
    if (underWay === undefined) {
      underWay = this.#renew(resource, signal);
      this.#underWay.set(resource, underWay);
    }
    return underWay;
  }

  forget(resource: string, refused: AccessToken): void {
    // Of many requests that are refused at the same time, only the first finds the old token here.
    if (this.#kept.get(resource)?.token === refused.token) this.#kept.delete(resource);
  }

  async #renew(resource: string, signal: AbortSignal | undefined): Promise<AccessToken> {
    try {
      const token = await this.#read(resource, signal);
      this.#kept.set(resource, token);
      return token;
    } finally {
      this.#underWay.delete(resource);
    }
  }
}
