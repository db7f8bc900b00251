import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { IdCensus, LastReadings } from './id-census.ts';

describe('IdCensus', () => {
  it('tells the first reading, the first with properties and the others', () => {
    const census = new IdCensus();
    expect(census.add('/a', true)).toBe('first');
    expect(census.add('/a', true)).toBe('repeat');
    expect(census.add('/a', false)).toBe('first-with-properties');
    expect(census.add('/a', false)).toBe('repeat');
    expect(census.add('/b', false)).toBe('first');
    expect(census.repeatCount).toBe(3);
    expect(census.variantCount).toBe(0);
  });

  it('counts ids that differ in case as one and says so', () => {
    const census = new IdCensus();
    census.add('/a/B', false);
    expect(census.add('/A/b', false)).toBe('repeat');
    expect(census.variantCount).toBe(1);
  });
});

describe('LastReadings', () => {
  const readings = fc.array(
    fc.record({ id: fc.constantFrom('/a', '/A', '/b', '/c'), isBare: fc.boolean() }),
    { maxLength: 30 },
  );

  it('lets one reading of each id through: the last with properties, or else the last', () => {
    fc.assert(
      fc.property(readings, (list) => {
        const census = new IdCensus();
        for (const { id, isBare } of list) census.add(id, isBare);
        const left = new LastReadings(census.repeats);
        const given = list.flatMap(({ id, isBare }, at) => (left.counts(id, isBare) ? [at] : []));
        const ids = [...new Set(list.map(({ id }) => id.toLowerCase()))];
        const expected = ids.map((id) => {
          const ofId = [...list.keys()].filter((at) => list[at]?.id.toLowerCase() === id);
          return ofId.findLast((at) => list[at]?.isBare === false) ?? ofId.at(-1);
        });
        expect(given.sort()).toEqual(expected.sort());
      }),
    );
  });
});
