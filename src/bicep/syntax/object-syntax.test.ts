import { expect, it } from 'vitest';
import { keyText, propertyOf } from './object-syntax.ts';
import { parseBicep } from './parse-bicep.ts';
import { show } from './show.case.ts';

const [declaration] = parseBicep(
  'main.bicep',
  "var x = { a: 1, 'b c': 2, '${d}': 3, a: 4, ...e, %: 5 }",
).declarations;
const object =
  declaration?.kind === 'variable' && declaration.value.kind === 'object' ? declaration.value : undefined;

it('names properties, bare and in quotes', () => {
  const keys = object?.members.map((member) =>
    member.kind === 'property' ? keyText(member.key) : member.kind,
  );
  expect(keys).toEqual(['a', 'b c', undefined, 'a', 'spread', undefined]);
});

it.each([
  ['a', '(property a 4)'],
  ['b c', '(property "b c" 2)'],
])('finds the last property %j', (name, shown) => {
  const found = object && propertyOf(object, name);
  expect(found && show(found)).toBe(shown);
});

it('finds no property of another case or a computed name', () => {
  expect(object && [propertyOf(object, 'A'), propertyOf(object, '${d}')]).toEqual([undefined, undefined]);
});
