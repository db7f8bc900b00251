import { describe, expect, it } from 'vitest';
import { fold, type ValueObject } from '../../kernel/index.ts';
import { generated } from './generated-estate.case.ts';
import { weaknessSigns } from './weakness-signs.case.ts';
import { type WeaknessName, weaknesses } from './weaknesses.ts';

const estate = generated(60_000, 11);
const ids = new Set(estate.map(({ id }) => fold(String(id))));
const byType = new Map<string, ValueObject[]>();
for (const object of estate) {
  const type = fold(String(object.type));
  const list = byType.get(type);
  if (list === undefined) byType.set(type, [object]);
  else list.push(object);
}
const names = Object.keys(weaknesses) as WeaknessName[];

describe('weaknesses of a generated estate', () => {
  it('are all looked for', () => {
    const looked = new Set(weaknessSigns.map((sign) => sign.weakness));
    // This one is looked for below: it is in the access to subscriptions.
    looked.add('owner-of-subscription');
    expect(names.filter((name) => !looked.has(name))).toEqual([]);
  });

  it('have a share that leaves both', () => {
    for (const name of names) {
      expect(weaknesses[name].share, name).toBeGreaterThan(0);
      expect(weaknesses[name].share, name).toBeLessThan(0.5);
      expect(weaknesses[name].meaning, name).toMatch(/^[a-zST].*[^.]$/);
    }
  });

  it.each(weaknessSigns)('$weakness is in $type as often as stated', ({ weakness, type, couldBe, isIn }) => {
    const places = (byType.get(type) ?? []).filter((object) => couldBe?.(object) ?? true);
    const { share } = weaknesses[weakness];
    const found = places.filter((object) => isIn(object, ids)).length;
    expect(places.length).toBeGreaterThan(100);
    expect(Math.abs(found - share * places.length)).toBeLessThan(tolerance(share, places.length));
  });

  it('owner-of-subscription is in as many subscriptions as stated', () => {
    const subscriptions = byType.get('microsoft.resources/subscriptions') ?? [];
    const owners = (byType.get('microsoft.authorization/roleassignments') ?? []).filter(
      ({ id, properties }) =>
        /^\/subscriptions\/[^/]+\/providers\//.test(String(id)) &&
        /8e3af657/.test(JSON.stringify(properties)),
    );
    const { share } = weaknesses['owner-of-subscription'];
    const expected = share * subscriptions.length;
    expect(Math.abs(owners.length - expected)).toBeLessThan(tolerance(share, subscriptions.length));
  });
});

/** Four standard deviations: the seed is fixed, so this passes always or never. */
function tolerance(share: number, count: number): number {
  return 4 * Math.sqrt(count * share * (1 - share)) + 1;
}
