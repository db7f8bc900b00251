import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { samples } from '../syntax/sample.case.ts';
import { check, shown } from './checked.case.ts';

const words = [
  ..."{ } ( ) [ ] @ , . ? : = ! + == => ${ ' resource param var module output type func for if in existing parent scope name".split(
    ' ',
  ),
  '\n',
  ' ',
  "'x'",
  'a',
  '0',
  'null',
];

/** A real text with a few pieces cut out, doubled or replaced. */
const mutant = fc
  .tuple(
    fc.constantFrom(...Object.entries(samples).filter(([path]) => path.endsWith('.bicep'))),
    fc.array(
      fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(30), fc.constantFrom('', '', ...words)),
      { minLength: 1, maxLength: 4 },
    ),
  )
  .map(([[, text], cuts]) =>
    cuts.reduce((rest, [share, length, word]) => {
      const at = Math.floor(share * rest.length);
      return rest.slice(0, at) + word + rest.slice(at + length);
    }, text),
  );
const soup = fc.array(fc.constantFrom(...words), { maxLength: 80 }).map((parts) => parts.join(' '));

describe('every text', () => {
  it.each([
    ['a mutant of a real one', mutant],
    ['any words', soup],
  ])('%s is checked without a throw, at places inside it, with no hole left', (_, texts) => {
    fc.assert(
      fc.property(texts, (text) => {
        for (const { span, message, advice } of check(text)) {
          expect(span).toBeDefined();
          if (span !== undefined)
            expect(0 <= span.start && span.start <= span.end && span.end <= text.length).toBe(true);
          expect(`${message} ${advice}`).not.toMatch(
            /\{(name|bcp|advice|names|what|where|type|expected|actual|count|scope|own|wanted|owner|cycle|rule|problem|path)\}/,
          );
        }
      }),
    );
  });

  it('is found the same whatever was checked before, and whatever stands in comments', () => {
    fc.assert(
      fc.property(mutant, (text) => {
        expect(check(text).map(shown)).toEqual(check(text).map(shown));
        const withComment = check(`// a comment\n${text}`);
        expect(withComment.map(({ code }) => code)).toEqual(check(text).map(({ code }) => code));
      }),
    );
  });

  it('nests deep without running out of stack', () => {
    const depth = 2_000;
    const chain = Array.from({ length: depth }, (_, at) => `var v${at} = v${at + 1}`).join('\n');
    expect(check(`${chain}\nvar v${depth} = v0`).filter(({ level }) => level === 'error').length).toBe(
      depth + 1,
    );
    const nested = `${'['.repeat(200)}${']'.repeat(200)}`;
    expect(check(`output a array = ${nested}`)).toEqual([]);
  });
});
