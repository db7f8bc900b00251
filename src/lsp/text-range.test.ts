import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { Source } from '../kernel/index.ts';
import { rangeOfSpan, touches } from './text-range.ts';

describe('a range', () => {
  it('is what an editor means by the offsets, whatever ends the lines', () => {
    const piece = fc.constantFrom('a', '😀', '\n', '\r\n', '\r', '\t', 'é');
    fc.assert(
      fc.property(fc.array(piece), fc.nat(), fc.nat(), (pieces, from, length) => {
        const source = new Source('a.json', pieces.join(''));
        const document = TextDocument.create('', '', 0, source.text);
        const start = from % (source.text.length + 1);
        const end = Math.min(start + (length % 5), source.text.length);
        // Between the two characters of a line break there is no position.
        fc.pre(!isInBreak(source.text, start) && !isInBreak(source.text, end));
        const range = rangeOfSpan({ source, start, end });
        expect([document.offsetAt(range.start), document.offsetAt(range.end)]).toEqual([start, end]);
      }),
    );
  });

  const range = (startLine: number, start: number, endLine: number, end: number) => ({
    start: { line: startLine, character: start },
    end: { line: endLine, character: end },
  });

  it.each([
    [range(1, 0, 1, 5), range(1, 5, 1, 6), true],
    [range(1, 0, 1, 5), range(1, 6, 1, 7), false],
    [range(1, 0, 3, 0), range(2, 9, 2, 9), true],
    [range(1, 0, 3, 0), range(3, 1, 4, 0), false],
    [range(2, 0, 2, 0), range(2, 0, 2, 0), true],
  ])('%j and %j share a position: %s', (a, b, expected) => {
    expect([touches(a, b), touches(b, a)]).toEqual([expected, expected]);
  });
});

function isInBreak(text: string, offset: number): boolean {
  return text[offset - 1] === '\r' && text[offset] === '\n';
}
