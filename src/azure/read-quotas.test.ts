import { describe, expect, it } from 'vitest';
import { ReadQuotas } from './read-quotas.ts';
import { virtualClock } from './virtual-clock.case.ts';

function graph(remaining: number, resetsAfter: string): Headers {
  return new Headers({
    'x-ms-user-quota-remaining': String(remaining),
    'x-ms-user-quota-resets-after': resetsAfter,
  });
}

describe('the quota of Resource Graph', () => {
  it('is waited for when it is used up, and only then', async () => {
    const clock = virtualClock();
    const quotas = new ReadQuotas(clock);
    await quotas.enter('graph');
    quotas.seen('graph', graph(1, '00:00:05'));
    await quotas.enter('graph');
    expect(clock.waits).toEqual([]);
    quotas.seen('graph', graph(0, '00:00:03'));
    await quotas.enter('graph');
    expect(clock.waits).toEqual([3000]);
  });

  it('is shared by requests that are under way at the same time', async () => {
    const clock = virtualClock();
    const quotas = new ReadQuotas(clock);
    await quotas.enter('graph');
    quotas.seen('graph', graph(2, '00:00:05'));
    await quotas.enter('graph');
    await quotas.enter('graph');
    expect(clock.waits).toEqual([]);
    await quotas.enter('graph');
    expect(clock.waits).toEqual([5000]);
  });

  it('is given back by a request that failed', async () => {
    const clock = virtualClock();
    const quotas = new ReadQuotas(clock);
    await quotas.enter('graph');
    quotas.seen('graph', graph(1, '00:00:05'));
    await quotas.enter('graph');
    quotas.failed('graph');
    await quotas.enter('graph');
    expect(clock.waits).toEqual([]);
  });
});

describe('the reads of Azure Resource Manager', () => {
  it.each([
    ['x-ms-ratelimit-remaining-subscription-reads', '0', 1040],
    ['x-ms-ratelimit-remaining-subscription-reads', '25', 40],
    ['x-ms-ratelimit-remaining-tenant-reads', '5', 840],
    ['x-ms-ratelimit-remaining-subscription-global-reads', '3749', 0],
    ['x-ms-ratelimit-remaining-subscription-reads', 'many', 0],
  ])('%s: %s are followed by a wait of %s ms', async (name, value, waitMs) => {
    const clock = virtualClock();
    const quotas = new ReadQuotas(clock);
    await quotas.enter('/subscriptions/one');
    quotas.seen('/subscriptions/one', new Headers({ [name]: value }));
    await quotas.enter('/subscriptions/other');
    expect(clock.waits).toEqual([]);
    await quotas.enter('/subscriptions/one');
    expect(clock.waits).toEqual(waitMs === 0 ? [] : [waitMs]);
  });
});
