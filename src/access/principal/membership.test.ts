import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Membership } from './membership.ts';

const size = 8;
const pair = fc.tuple(fc.nat(size - 1), fc.nat(size - 1));

function membership(
  pairs: readonly (readonly [group: number, member: number])[],
  opaque: readonly number[] = [],
  settled: readonly number[] = [],
): Membership {
  return new Membership({
    size,
    groups: pairs.map(([group]) => group),
    members: pairs.map(([, member]) => member),
    opaque,
    settled,
  });
}

describe('membership', () => {
  it('is transitive, says how it was reached, and survives circles', () => {
    const known = membership([
      [1, 0],
      [2, 1],
      [3, 2],
      [1, 3],
    ]);
    expect([...known.groupsOf(0)]).toEqual([
      [0, 0],
      [1, 0],
      [2, 1],
      [3, 2],
    ]);
    expect([...known.closureOf([3])]).toEqual([0, 1, 2, 3]);
  });

  it('is the same upwards and downwards', () => {
    fc.assert(
      fc.property(fc.array(pair, { maxLength: 20 }), (pairs) => {
        const known = membership(pairs);
        for (let one = 0; one < size; one++)
          for (let other = 0; other < size; other++)
            expect(known.closureOf([other]).has(one)).toBe(known.groupsOf(one).has(other));
      }),
    );
  });

  it('is not known of a group in which another was not seen whole', () => {
    const known = membership(
      [
        [1, 2],
        [2, 3],
      ],
      [3],
      [6],
    );
    const of = (principal: number, group: number) =>
      known.belongs(principal, group, known.groupsOf(principal));
    expect([of(3, 1), of(5, 1), of(5, 4), of(6, 1)]).toEqual(['yes', 'unknown', 'no', 'no']);
    expect(known.opaqueIn(1)).toBe(3);
  });

  it('knows nobody beyond its size', () => {
    const known = membership([[1, 0]], [2]);
    expect([...known.groupsOf(size)]).toEqual([[size, size]]);
    expect(known.belongs(size, 1, known.groupsOf(size))).toBe('no');
    expect(known.belongs(size, 2, known.groupsOf(size))).toBe('unknown');
  });

  it('takes a group of 100,000 members', () => {
    const count = 100_000;
    const members = Array.from({ length: count }, (_, at) => at + 1);
    const large = new Membership({
      size: count + 1,
      groups: members.map(() => 0),
      members,
      opaque: [],
      settled: [],
    });
    expect(large.closureOf([0]).count).toBe(count + 1);
    expect(large.groupsOf(count).has(0)).toBe(true);
  });
});

it('a change leaves out pairs and adds others, and leaves the original as it was', () => {
  const membership = new Membership({
    size: 4,
    groups: [0, 0, 1],
    members: [1, 2, 3],
    opaque: [],
    settled: [],
  });
  const changed = membership.changed({ without: [[0, 1]], also: [[2, 3]] });
  expect([...changed.groupsOf(3).keys()]).toEqual([3, 1, 2, 0]);
  expect([...changed.membersOf(0)]).toEqual([2]);
  expect([...membership.groupsOf(3).keys()]).toEqual([3, 1, 0]);
  expect([...membership.membersOf(0)]).toEqual([1, 2]);
});
