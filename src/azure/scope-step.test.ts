import { describe, expect, it } from 'vitest';
import { scopesIn, slices } from './scope-step.ts';
import { groupPrefix, subscriptionId } from './tenant.case.ts';

describe('the scopes in what was collected', () => {
  it('are the subscriptions, the groups and the groups above, sorted, each once', () => {
    const chain = { managementGroupAncestorsChain: [{ name: 'Corp' }, { name: 'contoso' }] };
    const found = scopesIn([
      { id: `/subscriptions/${subscriptionId(2)}`, properties: chain },
      { id: `/SUBSCRIPTIONS/${subscriptionId(2)}`, properties: null },
      { id: `/subscriptions/${subscriptionId(1)}` },
      {
        id: `${groupPrefix}corp`,
        properties: { details: { managementGroupAncestorsChain: [{ name: 'root' }] } },
      },
      { id: `/subscriptions/${subscriptionId(1)}/resourceGroups/apps` },
      { name: 'without an id' },
    ]);
    expect(found).toEqual({
      subscriptions: [subscriptionId(1), subscriptionId(2)],
      managementGroups: ['contoso', 'corp', 'root'],
    });
  });
});

it('slices keep everything in order', () => {
  expect(slices([1, 2, 3, 4, 5], 2)).toEqual([[1, 2], [3, 4], [5]]);
  expect(slices([], 2)).toEqual([]);
});
