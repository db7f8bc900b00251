import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Unknown, type ValueObject } from '../../kernel/index.ts';
import {
  applyChanges,
  changeAt,
  isWithin,
  type PropertyPath,
  pathBefore,
  withChange,
  written,
} from './property-change.ts';

const body: ValueObject = {
  properties: { List: ['a', 'b', 'c', 'd'], text: 'x', inner: { one: 1 } },
  tags: null,
};
const set = (path: PropertyPath, after: ValueObject[string]) => changeAt(body, path, after);
const gone = (path: PropertyPath) => changeAt(body, path, undefined);

describe('a change', () => {
  it('is spelled as the resource spells it, with what is there', () => {
    expect(set(['Properties', 'list', 1], 'z')).toMatchObject({ pointer: '/properties/List/1', before: 'b' });
    expect(set(['tags', 'a/b'], 'z')).toMatchObject({ pointer: '/tags/a~1b', before: undefined });
  });

  it.each<[string, PropertyPath, ValueObject[string], ValueObject]>([
    [
      'a property',
      ['properties', 'text'],
      'y',
      { properties: { ...(body.properties as object), text: 'y' }, tags: null } as ValueObject,
    ],
    ['a tag where tags are null', ['tags', 'a'], 'b', { ...body, tags: { a: 'b' } }],
    ['objects and arrays on the way', ['new', 'list', 0, 'x'], 1, { ...body, new: { list: [{ x: 1 }] } }],
    ['nothing inside a prototype', ['__proto__', 'x'], 1, body],
  ])('sets %s', (_, path, after, expected) => {
    expect(applyChanges(body, [set(path, after)])).toEqual(expected);
  });

  it('adds behind the end of an array, whatever else is removed from it', () => {
    const changes = [
      gone(['properties', 'List', 0]),
      set(['properties', 'List', 4], 'e'),
      gone(['properties', 'List', 2]),
    ];
    expect(applyChanges(body, changes)).toMatchObject({ properties: { List: ['b', 'd', 'e'] } });
  });

  it('removes what is there, and nothing else', () => {
    expect(applyChanges(body, [gone(['properties', 'inner', 'one'])])).toMatchObject({
      properties: { inner: {} },
    });
    expect(applyChanges(body, [gone(['properties', 'nothing', 'at', 0])])).toEqual(body);
    expect(applyChanges(body, [gone(['properties', 'List', 9])])).toEqual(body);
  });

  it('leaves what is unknown alone, and the resource that is given', () => {
    const unknown = new Unknown('x');
    expect(written(unknown, ['a'], 0, 1)).toBe(unknown);
    const before = structuredClone(body);
    applyChanges(body, [set(['properties', 'text'], 'y'), gone(['properties', 'List', 0])]);
    expect(body).toEqual(before);
  });
});

describe('several changes', () => {
  it('are about different properties', () => {
    const one = set(['properties', 'inner'], 5);
    expect(withChange([one], set(['properties', 'inner', 'one'], 2))).toBeUndefined();
    expect(withChange([set(['properties', 'inner', 'one'], 2)], one)).toBeUndefined();
    expect(withChange([one], set(['properties', 'text'], 'y'))).toHaveLength(2);
  });

  it('become one where the later fills in what the earlier began', () => {
    const added = set(['properties', 'List', 4], {});
    const filled = withChange([added], { ...set(['properties', 'List', 4, 'name'], 'n'), note: 'later' });
    expect(filled).toMatchObject([{ pointer: '/properties/List/4', after: { name: 'n' }, note: 'later' }]);
    expect(withChange(filled!, set(['properties', 'List', 4, 'name'], 'other'))).toMatchObject([
      { after: { name: 'other' } },
    ]);
    expect(withChange(filled!, gone(['properties', 'List', 4, 'name']))).toBeUndefined();
  });

  it('mean the resource before them all', () => {
    const removals = [gone(['properties', 'List', 0]), gone(['properties', 'List', 2])];
    expect([0, 1, 2].map((position) => pathBefore(['properties', 'List', position, 'x'], removals))).toEqual([
      ['properties', 'List', 1, 'x'],
      ['properties', 'List', 3, 'x'],
      ['properties', 'List', 4, 'x'],
    ]);
    expect(pathBefore(['properties', 'other', 0], removals)).toEqual(['properties', 'other', 0]);
  });

  it('find each member where it was, whichever are removed', () => {
    const list = fc.uniqueArray(fc.integer(), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(list, fc.array(fc.nat(7), { maxLength: 4 }), (members, positions) => {
        const start: ValueObject = { a: members };
        const removed = [...new Set(positions)].filter((position) => position < members.length);
        const changes = removed.map((position) => changeAt(start, ['a', position], undefined));
        const left = applyChanges(start, changes).a as number[];
        for (const [index, member] of left.entries())
          expect(members[pathBefore(['a', index], changes)[1] as number]).toBe(member);
      }),
    );
  });
});

it('a path is within another without regard to case', () => {
  expect(isWithin(['A', 0, 'b'], ['a', 0])).toBe(true);
  expect(isWithin(['a'], ['a', 0])).toBe(false);
  expect(isWithin(['a', 1], ['a', 0])).toBe(false);
});
