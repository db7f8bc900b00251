import fc from 'fast-check';
import { expect, it } from 'vitest';
import { mergedGroups } from './template-groups.ts';

const groups = ['a', 'b', 'c', 'd'].map((path): ReadonlySet<string> => new Set([path]));
const merged = (files: Readonly<Record<string, readonly string[]>>) =>
  mergedGroups(groups, (group) => [...group].flatMap((path) => files[path] ?? [])).map((group) =>
    [...group].join(''),
  );

it.each<[Record<string, string[]>, string[]]>([
  [{}, ['a', 'b', 'c', 'd']],
  [{ a: ['x'], b: ['y'] }, ['a', 'b', 'c', 'd']],
  [{ a: ['x'], c: ['x'] }, ['ac', 'b', 'd']],
  [{ a: ['x'], b: ['y'], c: ['x', 'y'] }, ['abc', 'd']],
  [{ a: ['x'], b: ['y'], c: ['y', 'z'], d: ['z', 'x'] }, ['abcd']],
])('groups with a file in common are one: %j', (files, expected) => {
  expect(
    merged(files)
      .map((group) => [...group].sort().join(''))
      .sort(),
  ).toEqual(expected);
});

it('keeps groups that share nothing as they are', () => {
  expect(mergedGroups(groups, () => [])).toEqual(groups);
  expect(mergedGroups(groups, () => [])[0]).toBe(groups[0]);
});

it('puts every path in one group, and files in one group too', () => {
  const files = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), fc.array(fc.constantFrom('x', 'y', 'z')));
  fc.assert(
    fc.property(files, (own) => {
      const found = merged(own);
      expect([...found.join('')].sort().join('')).toBe('abcd');
      for (const file of ['x', 'y', 'z'] as const) {
        const users = Object.keys(own).filter((path) => own[path]!.includes(file));
        expect(
          found.filter((group) => users.some((path) => group.includes(path))).length,
        ).toBeLessThanOrEqual(1);
      }
    }),
  );
});
