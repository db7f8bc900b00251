import { describe, expect, it } from 'vitest';
import { answerValue } from './answer-value.ts';

describe('the value of an answer', () => {
  it('keeps integers that a double cannot hold', () => {
    expect(answerValue('{"a":9007199254740993,"b":1.5}')).toEqual({ a: 9007199254740993n, b: 1.5 });
    expect(answerValue('{"a":"9007199254740993"}')).toEqual({ a: '9007199254740993' });
  });

  it('is none when the text is cut off', () => {
    expect(answerValue('{"a":1')).toBeUndefined();
    expect(answerValue('')).toBeUndefined();
  });
});
