import { describe, expect, it } from 'vitest';
import { unindented } from './unindented.ts';

describe('a text of several lines', () => {
  it.each([
    ['one', 'one'],
    ['  one', '  one'],
    ['one\n  two\n    three', 'one\ntwo\n  three'],
    ['one\r\n\r\n  two\r\n', 'one\n\ntwo\n'],
    ['one\n\ttwo\n  three', 'one\ntwo\n three'],
    ['one\n  \n    two', 'one\n\n  two'],
    ['one\ntwo\n  three', 'one\ntwo\n  three'],
  ])('%j', (text, expected) => {
    expect(unindented(text)).toBe(expected);
  });
});
