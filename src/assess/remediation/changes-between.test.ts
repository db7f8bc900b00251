import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { resource } from '../../../test/cases/policy/generators.ts';
import { Unknown, type ValueObject } from '../../kernel/index.ts';
import { changesBetween } from './changes-between.ts';
import { applyChanges } from './property-change.ts';

const between = (before: object, after: object) =>
  Object.fromEntries(
    changesBetween(before as ValueObject, after as ValueObject).map(({ pointer, after: value }) => [
      pointer,
      value,
    ]),
  );

describe('the changes between two versions', () => {
  it.each<[string, object, object, object]>([
    ['nothing', { a: { b: [1] } }, { a: { b: [1] } }, {}],
    ['a value', { a: 1, b: 2 }, { a: 1, b: 3 }, { '/b': 3 }],
    ['what is new', {}, { a: { b: 1 } }, { '/a': { b: 1 } }],
    ['what is gone', { a: { b: 1, c: 2 } }, { a: { c: 2 } }, { '/a/b': undefined }],
    ['a member', { a: [1, 2] }, { a: [1, 3] }, { '/a/1': 3 }],
    ['a member more', { a: [1] }, { a: [1, { x: 1 }] }, { '/a/1': { x: 1 } }],
    ['a member less', { a: [1, 2] }, { a: [2] }, { '/a': [2] }],
    ['another kind of value', { a: [1] }, { a: { b: 1 } }, { '/a': { b: 1 } }],
    ['a property called as its prototype is', {}, { toString: 1 }, { '/toString': 1 }],
  ])('are %s', (_, before, after, expected) => {
    expect(between(before, after)).toEqual(expected);
  });

  it('are none for the same unknown value, and one for another', () => {
    const unknown = new Unknown('x');
    expect(between({ a: unknown }, { a: unknown })).toEqual({});
    expect(Object.keys(between({ a: unknown }, { a: 1 }))).toEqual(['/a']);
  });

  it('make the one of the other', () => {
    fc.assert(
      fc.property(resource, resource, (before, after) => {
        expect(applyChanges(before, changesBetween(before, after))).toEqual(after);
      }),
    );
  });
});
