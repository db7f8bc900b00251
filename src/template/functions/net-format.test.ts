import { describe, expect, it } from 'vitest';
import { align, parseFormat } from './net-format.ts';

describe('parseFormat', () => {
  it('takes text and items apart', () => {
    expect(parseFormat('a{{b}}{0}-{1,-5:N0}c')).toEqual([
      'a{b}',
      { index: 0, alignment: 0, format: '' },
      '-',
      { index: 1, alignment: -5, format: 'N0' },
      'c',
    ]);
    expect(parseFormat('')).toEqual([]);
    expect(parseFormat("{0:'{{'0}")).toEqual([{ index: 0, alignment: 0, format: "'{'0" }]);
  });

  it('is quick on long text', () => {
    expect(parseFormat('x{{'.repeat(100_000))).toHaveLength(1);
  });
});

describe('align', () => {
  it('fills with spaces on one side', () => {
    expect([align('ab', 4), align('ab', -4), align('ab', 1)]).toEqual(['  ab', 'ab  ', 'ab']);
  });
});
