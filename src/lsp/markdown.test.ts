import { expect, it } from 'vitest';
import { codeBlock, codeSpan, escaped, placeLink } from './markdown.ts';

it.each([
  [['a'], '```\na\n```'],
  [['```', 'x'], '````\n```\nx\n````'],
  [['a ```` b'], '`````\na ```` b\n`````'],
  [['a\nb', 'tab\there'], '```\na b\ntab\there\n```'],
])('a block of %j cannot be left', (lines, expected) => {
  expect(codeBlock(lines)).toBe(expected);
});

it('a block names its language', () => {
  expect(codeBlock(['+ a'], 'diff')).toBe('```diff\n+ a\n```');
});

it.each([
  ['[x](command:y)', '&#91;x&#93;(command:y)'],
  ['<img src=x>', '&#60;img src=x&#62;'],
  ['a\n# b', 'a &#35;&#8203; b'],
])('%s is only text', (text, expected) => {
  expect(escaped(text)).toBe(expected);
});

it.each([
  ['a[0].b', '`a[0].b`'],
  ['a`b', '`ab`'],
])('%s as code is %s', (text, expected) => {
  expect(codeSpan(text)).toBe(expected);
});

it('a link ends where it should', () => {
  expect(placeLink('a.json:3', 'file:///a%20(b).json', 3)).toBe('[a.json:3](file:///a%20%28b%29.json#L3)');
});
