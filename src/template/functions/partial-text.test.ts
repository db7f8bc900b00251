import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Unknown, type Value } from '../../kernel/index.ts';
import { lambda, run, unknown } from './call-for-test.ts';

/** Whether what is said of a result is true of the value it turns out to be. */
function admits(said: Value, actual: Value): boolean {
  if (Array.isArray(said)) {
    const members = actual as Value[];
    return said.length === members.length && said.every((member, index) => admits(member, members[index]!));
  }
  if (!(said instanceof Unknown)) return run('equals', said, actual) === true;
  if (said.candidates && !said.candidates.some((candidate) => run('equals', candidate, actual) === true))
    return false;
  return typeof actual === 'string'
    ? actual.startsWith(said.prefix) && actual.endsWith(said.suffix)
    : said.prefix === '';
}

const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'A', ' ', '-'), maxLength: 6 });
const small = fc.nat({ max: 8 });

/** A string, and an unknown that says something true about it. */
const partlyKnown = fc
  .tuple(letters, fc.nat({ max: 6 }), fc.nat({ max: 6 }), fc.boolean())
  .map(([text, start, end, hasCandidates]) => ({
    text,
    known: unknown({
      type: 'string',
      prefix: text.slice(0, start),
      suffix: text.slice(text.length - Math.min(end, text.length)),
      candidates: hasCandidates ? ['zz', text] : undefined,
    }),
  }));

const calls: [string, (text: Value, other: string, count: number) => Value][] = [
  ['concat', (text, other) => run('concat', other, text, other)],
  ['format', (text, other, count) => run('format', `{0}{1,${count - 4}}{0}`, other, text)],
  ['join', (text, other) => run('join', [other, text, other], '-')],
  ['join by', (text, other) => run('join', [other, other], text)],
  ['toLower', (text) => run('toLower', text)],
  ['toUpper', (text) => run('toUpper', text)],
  ['trim', (text) => run('trim', text)],
  ['string', (text) => run('string', text)],
  ['replace', (text, other) => run('replace', text, other.slice(0, 2) || 'a', 'b')],
  ['padLeft', (text, _, count) => run('padLeft', text, count, 'a')],
  ['take', (text, _, count) => run('take', text, count)],
  ['skip', (text, _, count) => run('skip', text, count)],
  ['substring', (text, _, count) => run('substring', text, Math.min(count, 2))],
  ['substring of a length', (text, _, count) => run('substring', text, 0, Math.min(count, 2))],
  ['startsWith', (text, other) => run('startsWith', text, other)],
  ['endsWith', (text, other) => run('endsWith', text, other)],
  ['startsWith what', (text, other) => run('startsWith', other, text)],
  ['endsWith what', (text, other) => run('endsWith', other, text)],
  ['contains', (text, other) => run('contains', text, other)],
  ['contains what', (text, other) => run('contains', other, text)],
  ['contains member', (text, other) => run('contains', [other, 'a'], text)],
  ['contains key', (text, other) => run('contains', { a: 1, [other]: 2 }, text)],
  ['indexOf', (text, other) => run('indexOf', text, other)],
  ['lastIndexOf', (text, other) => run('lastIndexOf', text, other)],
  ['indexOf member', (text, other) => run('indexOf', [other, text, 'a'], 'a')],
  ['first', (text) => run('first', text)],
  ['last', (text) => run('last', text)],
  ['length', (text) => run('length', text)],
  ['empty', (text) => run('empty', text)],
  ['equals', (text, other) => run('equals', text, other)],
  ['equals in depth', (text, other) => run('equals', { a: [text] }, { a: [other] })],
  ['like', (text, other) => run('like', text, other.replaceAll('-', '*'))],
  ['less', (text, other) => run('less', text, other)],
  ['uriComponent', (text) => run('uriComponent', text)],
  ['base64', (text) => run('base64', text)],
  ['split', (text) => run('split', text, '-')],
  ['union', (text, other) => run('union', [other], [text])],
  ['intersection', (text, other) => run('intersection', [other, 'a'], [text])],
  ['distinct', (text, other) => run('distinct', [other, text])],
  [
    'filter',
    (text, other) =>
      run(
        'filter',
        [other, 'a'],
        lambda((item) => run('equals', item, text)),
      ),
  ],
  [
    'sort',
    (text, other) =>
      run(
        'sort',
        [other, text, 'a'],
        lambda((a, b) => run('less', a, b)),
      ),
  ],
];

describe('partly known strings', () => {
  it.each(calls)('%s says nothing of an unknown that could be false', (_, call) => {
    fc.assert(
      fc.property(partlyKnown, letters, small, ({ text, known }, other, count) => {
        let actual: Value;
        try {
          actual = call(text, other, count);
        } catch {
          return; // What the call would be is an error: nothing is said about that.
        }
        expect(admits(call(known, other, count), actual)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});
