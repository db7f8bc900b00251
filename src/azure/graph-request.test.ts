import { describe, expect, it } from 'vitest';
import { graphTables, queryOf, scopeTable } from './graph-request.ts';

describe('queries', () => {
  it('are ordered by id, so that pages are stable', () => {
    expect(queryOf(graphTables.find(({ step }) => step === 'resources')!)).toBe(
      'resources | order by id asc',
    );
    expect(queryOf(scopeTable)).toBe(
      "resourcecontainers | where type in~ ('microsoft.management/managementgroups', 'microsoft.resources/subscriptions') | order by id asc",
    );
  });

  it('have a step of their own each, which is a name for a folder', () => {
    const steps = [...graphTables, scopeTable].map(({ step }) => step);
    expect(new Set(steps).size).toBe(steps.length);
    expect(steps.filter((step) => !/^[a-z-]+$/.test(step))).toEqual([]);
  });
});
