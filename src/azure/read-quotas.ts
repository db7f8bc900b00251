import type { Clock } from './clock.ts';
import { durationMs } from './retry-after.ts';

/** Reads that are left before those of a subscription or tenant are slowed down to how fast they come back. */
const readsLow = 25;
/** How fast they come back (articles/azure-resource-manager/management/request-limits-and-throttling.md). */
const readsPerSecond = 25;

interface Quota {
  remaining: number;
  underWay: number;
  resetsAt: number;
}

/**
 * Waits before a quota is used up rather than after it was refused. Resource Graph says how many queries are left and when there are new ones
 * (articles/governance/resource-graph/concepts/guidance-for-throttled-requests.md); Azure Resource Manager only how many reads are left.
 */
export class ReadQuotas {
  readonly #quotas = new Map<string, Quota>();
  readonly #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Waits until one more request may be sent; whoever calls this calls {@link seen} or {@link failed} in the end. */
  async enter(key: string, signal?: AbortSignal): Promise<void> {
    const quota = this.#of(key);
    for (;;) {
      const waitMs = quota.resetsAt - this.#clock.now();
      if (waitMs <= 0 || quota.remaining > quota.underWay) break;
      await this.#clock.sleep(waitMs, signal);
    }
    quota.underWay++;
  }

  /** Takes note of what an answer says of the quota. */
  seen(key: string, headers: Headers): void {
    const quota = this.#of(key);
    quota.underWay--;
    const queries = countOf(headers.get('x-ms-user-quota-remaining'));
    const resets = durationMs(headers.get('x-ms-user-quota-resets-after'));
    if (queries !== undefined && resets !== undefined) {
      quota.remaining = queries;
      quota.resetsAt = this.#clock.now() + resets;
      return;
    }
    const reads = lowestReads(headers);
    if (reads === undefined) return;
    quota.remaining = reads > readsLow ? Number.POSITIVE_INFINITY : 0;
    const missing = readsLow + 1 - reads;
    quota.resetsAt = reads > readsLow ? 0 : this.#clock.now() + Math.ceil((missing / readsPerSecond) * 1000);
  }

  failed(key: string): void {
    this.#of(key).underWay--;
  }

  #of(key: string): Quota {
    let quota = this.#quotas.get(key);
    if (quota === undefined) {
      quota = { remaining: Number.POSITIVE_INFINITY, underWay: 0, resetsAt: 0 };
      this.#quotas.set(key, quota);
    }
    return quota;
  }
}

const readHeaders = [
  'x-ms-ratelimit-remaining-subscription-reads',
  'x-ms-ratelimit-remaining-subscription-global-reads',
  'x-ms-ratelimit-remaining-subscription-resource-requests',
  'x-ms-ratelimit-remaining-tenant-reads',
  'x-ms-ratelimit-remaining-tenant-resource-requests',
];

function lowestReads(headers: Headers): number | undefined {
  const counts = readHeaders.map((name) => countOf(headers.get(name))).filter((count) => count !== undefined);
  return counts.length === 0 ? undefined : Math.min(...counts);
}

function countOf(text: string | null): number | undefined {
  return text !== null && /^\d{1,9}$/.test(text) ? Number(text) : undefined;
}
