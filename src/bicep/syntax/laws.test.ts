import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseBicep } from './parse-bicep.ts';
import { printTokens } from './print-tokens.ts';
import { samples } from './sample.case.ts';
import { misplaced, showFile } from './show.case.ts';
import type { SyntaxTree } from './syntax-tree.ts';

/** What holds for every text whatever. */
function checkLaws(tree: SyntaxTree): void {
  const { text } = tree.source;
  expect(printTokens(tree)).toBe(text);
  let end = 0;
  for (const token of tree.tokens) {
    expect(token.start).toBe(end);
    end = token.end;
  }
  expect(end).toBe(text.length);
  expect(misplaced(tree)).toEqual([]);
  for (const { span, message, advice } of tree.diagnostics) {
    if (span !== undefined)
      expect(0 <= span.start && span.start <= span.end && span.end <= text.length).toBe(true);
    expect(`${message} ${advice}`).not.toMatch(/\{(expected|found|bcp|advice|line|closing|bracket)\}/);
  }
}

const words = [
  ..."{ } ( ) [ ] @ , . ? : ; + - % * / ^ ! < > = | ?? :: != !~ <= >= == =~ => && || ... ' ''' $''' $$''' ${ $${ \" # \\ ~ // /* */".split(
    ' ',
  ),
  ...'a b name resource param var module output type func import extension using extends targetScope metadata assert test'.split(
    ' ',
  ),
  ...'existing if for in as from with none true false null 0 42 9223372036854775808'.split(' '),
  "'text'",
  "'a${b}c'",
  '#disable-next-line x',
  ' ',
  '\t',
  '\n',
  '\r\n',
  '\n\n',
  '\u00a0',
  '😀',
  '\ud800',
];

const soup = fc.array(fc.constantFrom(...words), { maxLength: 120 }).map((parts) => parts.join(''));
const spacedSoup = fc.array(fc.constantFrom(...words), { maxLength: 120 }).map((parts) => parts.join(' '));

/** A real text with a few pieces cut out, doubled or replaced. */
const mutant = fc
  .tuple(
    fc.constantFrom(...Object.values(samples)),
    fc.array(
      fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(30), fc.constantFrom('', '', ...words)),
      {
        minLength: 1,
        maxLength: 4,
      },
    ),
  )
  .map(([text, cuts]) =>
    cuts.reduce((rest, [share, length, word]) => {
      const at = Math.floor(share * rest.length);
      return rest.slice(0, at) + word + rest.slice(at + length);
    }, text),
  );

describe('every text', () => {
  it.each([
    ['words without blanks', soup],
    ['words with blanks', spacedSoup],
    ['characters', fc.string({ unit: 'binary', maxLength: 200 })],
    ['real files with mistakes', mutant],
  ])('of %s is read without an exception, all places inside the file', (_name, texts) => {
    fc.assert(
      fc.property(texts, fc.constantFrom('main.bicep', 'main.bicepparam'), (text, path) => {
        checkLaws(parseBicep(path, text));
      }),
      { numRuns: 400 },
    );
  });

  // Where what is missing stands before a line break or another token, it must not reach out of its parent.
  it.each([
    'var &&',
    'var a =\n',
    'var a = {\n  :1',
    'var a = {\n  % : 1\n',
    'var a = {\n  b\n}',
    'type a = {\n  @f()\n  %\n}',
    'type a = |\n',
    'import { , } from',
    'type a = [\n  ,\n]',
    '@\n\nvar',
  ])('such as %j has its places inside the file', (text) => checkLaws(parseBicep('main.bicep', text)));

  it.each(Object.entries(samples))('of %s is the same with other line ends', (path, text) => {
    const tree = parseBicep(path, text);
    expect(tree.diagnostics).toEqual([]);
    checkLaws(tree);
    for (const lineEnd of ['\r\n', '\r']) {
      const other = parseBicep(path, text.replaceAll('\n', lineEnd));
      checkLaws(other);
      expect(other.diagnostics).toEqual([]);
      // Only what stands in strings over several lines differs.
      const unified = (line: string) => line.replaceAll(/\\r\\n|\\r|\r\n|\r/g, '\\n').replaceAll('\n', '\\n');
      expect(showFile(other).map(unified)).toEqual(showFile(tree).map(unified));
    }
  });

  it('says the same of a mistake with other line ends', () => {
    fc.assert(
      fc.property(mutant, (text) => {
        const unix = parseBicep('main.bicep', text.replaceAll('\r', ''));
        const windows = parseBicep('main.bicep', text.replaceAll('\r', '').replaceAll('\n', '\r\n'));
        const said = (tree: SyntaxTree) => tree.diagnostics.map(({ code, message }) => `${code} ${message}`);
        expect(said(windows)).toEqual(said(unix));
      }),
      { numRuns: 200 },
    );
  });
});

describe('a broken declaration', () => {
  it('costs no other, whatever is cut out of it', () => {
    fc.assert(
      fc.property(fc.nat(1000), fc.integer({ min: 1, max: 12 }), (from, length) => {
        const before = "param before string = 'a'\n\n";
        const broken = "resource x 'A/b@c' = {\n  name: 'n-1'\n  properties: {\n    a: [f(1), 2]\n  }\n}\n";
        const after = '\nparam after string\n';
        const at = from % (broken.length - length);
        const tree = parseBicep(
          'main.bicep',
          before + broken.slice(0, at) + broken.slice(at + length) + after,
        );
        expect(showFile(tree)[0]).toBe('(parameter before string "a")');
        expect(showFile(tree).at(-1)).toBe('(parameter after string)');
      }),
      { numRuns: 400 },
    );
  });
});
