import { expect, it } from 'vitest';
import { storableText } from './storable-text.ts';

it.each([
  ['a\0b', 'a\ufffdb'],
  ['\ud83d', '\ufffd'],
  ['\ude00x', '\ufffdx'],
  ['💥 ünïcode \ufffd', '💥 ünïcode \ufffd'],
])('%j becomes %j', (text, expected) => {
  expect(storableText(text)).toBe(expected);
});
