import { describe, expect, it } from 'vitest';
import { formatPlace, placeOf, Source } from './span.ts';

const source = new Source('f.json', 'ab\r\nc\n\nd');

describe('a position', () => {
  it.each([
    [0, 1, 1],
    [2, 1, 3],
    [4, 2, 1],
    [5, 2, 2],
    [6, 3, 1],
    [7, 4, 1],
    [8, 4, 2],
    [99, 4, 2],
    [-5, 1, 1],
  ])('at %i is %i:%i', (offset, line, column) => {
    expect(source.positionAt(offset)).toEqual({ line, column });
  });

  it('is printed so that it can be clicked', () => {
    const place = placeOf({ source, start: 4, end: 8 });
    expect(place).toEqual({ file: 'f.json', line: 2, column: 1, endLine: 4, endColumn: 2 });
    expect(formatPlace(place)).toBe('f.json:2:1');
    expect(new Source('e', '').positionAt(0)).toEqual({ line: 1, column: 1 });
  });
});
