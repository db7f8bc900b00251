import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { NodeQueue } from './node-queue.ts';

test('gives items by cost, and those of the same cost in their order', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 5 })), (costs) => {
      const queue = new NodeQueue<number>();
      costs.forEach((cost, at) => {
        queue.push(cost, at);
      });
      const taken: { cost: number; item: number }[] = [];
      for (let next = queue.pop(); next !== undefined; next = queue.pop()) taken.push({ ...next });
      const expected = costs
        .map((cost, item) => ({ cost, item }))
        .sort((a, b) => a.cost - b.cost || a.item - b.item);
      expect(taken.map(({ cost, item }) => ({ cost, item }))).toEqual(expected);
    }),
  );
});
