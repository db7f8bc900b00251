import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Source } from './span.ts';
import { editedText, overlap, type TextEdit } from './text-edit.ts';

const source = new Source('a.json', '0123456789');
const edit = (start: number, end: number, text: string): TextEdit => ({ source, start, end, text });

describe('edits', () => {
  it.each<[string, TextEdit[], string]>([
    ['in any order', [edit(8, 9, 'x'), edit(1, 3, '')], '034567x9'],
    ['inserted before what goes', [edit(2, 2, 'x'), edit(2, 4, '')], '01x456789'],
    ['inserted behind what goes', [edit(2, 4, ''), edit(4, 4, 'x')], '01x456789'],
    ['inserted at one place', [edit(2, 2, 'x'), edit(2, 2, 'y')], '01xy23456789'],
    ['of another source', [{ ...edit(0, 5, ''), source: new Source('b.json', '') }], '0123456789'],
  ])('are made %s', (_, edits, expected) => {
    expect(editedText(source, edits)).toBe(expected);
  });

  it('that do not overlap give the same in any order', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(9), fc.nat(3), fc.string()), { maxLength: 4 }), (parts) => {
        const apart: TextEdit[] = [];
        for (const [start, length, text] of parts) {
          const one = edit(start, Math.min(start + length, 10), text);
          if (!apart.some((other) => overlap(one, other))) apart.push(one);
        }
        expect(editedText(source, apart)).toBe(editedText(source, apart.toReversed()));
      }),
    );
  });
});

it.each<[TextEdit, TextEdit, boolean]>([
  [edit(0, 2, ''), edit(2, 4, ''), false],
  [edit(0, 3, ''), edit(2, 4, ''), true],
  [edit(2, 2, 'x'), edit(2, 2, 'y'), true],
  [edit(2, 2, 'x'), edit(2, 4, ''), true],
  [edit(0, 9, ''), edit(2, 4, ''), true],
  [edit(0, 9, ''), { ...edit(0, 9, ''), source: new Source('b.json', '') }, false],
])('whether edits overlap', (a, b, expected) => {
  expect(overlap(a, b)).toBe(expected);
  expect(overlap(b, a)).toBe(expected);
});
