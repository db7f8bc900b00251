import * as fc from 'fast-check';
import { ActionSet } from './action-set.ts';

/** Patterns over a small alphabet; `longest` characters, `*` among them. */
export function smallPattern(longest = 3): fc.Arbitrary<string> {
  return fc
    .array(fc.constantFrom('a', 'B', '/', '*'), { maxLength: longest })
    .map((characters) => characters.join(''));
}

/** Sets of few small patterns, some with exceptions. */
export const smallSet: fc.Arbitrary<ActionSet> = fc
  .array(fc.tuple(fc.array(smallPattern(), { maxLength: 2 }), fc.array(smallPattern(), { maxLength: 2 })), {
    maxLength: 2,
  })
  .map((parts) =>
    parts.reduce((set, [patterns, except]) => set.union(ActionSet.of(patterns, except)), ActionSet.none),
  );

/** Every text of up to so many characters over the alphabet of the patterns and one that no pattern spells. */
export function everyText(longest: number): readonly string[] {
  const texts = [''];
  for (let from = 0; (texts[from]?.length ?? longest) < longest; from++)
    for (const character of 'ab/x') texts.push(texts[from] + character);
  return texts;
}

/** What a set has among the texts. */
export function enumerated(set: ActionSet, texts: readonly string[]): Set<string> {
  return new Set(texts.filter((text) => set.has(text)));
}
