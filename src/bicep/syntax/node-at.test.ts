import { describe, expect, it } from 'vitest';
import { nodeAt, pathAt } from './node-at.ts';
import { parseBicep } from './parse-bicep.ts';
import { show } from './show.case.ts';

const text = "param a string\nvar b = a.c['d${e}']\n";
const tree = parseBicep('main.bicep', text);

describe('nodeAt', () => {
  it.each([
    [0, '(parameter a string)'],
    [6, 'a'],
    // The end of the name.
    [7, 'a'],
    [9, 'string'],
    [14, 'string'],
    [23, 'a'],
    [25, 'c'],
    // The bracket belongs to the access, but the name ends here.
    [26, 'c'],
    [27, '(interpolation [d ] [e])'],
    [31, 'e'],
    [34, '(interpolation [d ] [e])'],
  ])('finds what stands at %i', (offset, shown) => {
    expect(show(nodeAt(tree, offset))).toBe(shown);
  });

  it('finds the file between declarations and outside', () => {
    expect(nodeAt(parseBicep('main.bicep', '\n\nvar a = 1'), 1).kind).toBe('file');
    expect(nodeAt(tree, text.length + 5)).toBe(tree);
    expect(nodeAt(tree, -1)).toBe(tree);
  });
});

describe('pathAt', () => {
  it('leads from the file down to the node', () => {
    expect(pathAt(tree, 31).map((node) => node.kind)).toEqual([
      'file',
      'variable',
      'index',
      'interpolation',
      'reference',
    ]);
  });
});
