import { describe, expect, it } from 'vitest';
import { parseJson } from './json-document.ts';
import { childNode, describeNode, plainValue, propertyNode, stringOf } from './json-node.ts';

const root = parseJson('f.json', '{"Name": "x", "name": 1, "NAME": 2, "l": [true, null], "o": {}}').root;

describe('a node', () => {
  it('finds properties without regard to case, exact case first', () => {
    expect(plainValue(childNode(root, 'Name')!)).toBe('x');
    expect(plainValue(childNode(root, 'nAmE')!)).toBe(2);
    expect(propertyNode(root, 'L')?.name).toBe('l');
    expect(childNode(root, 'gone')).toBeUndefined();
    expect(childNode(childNode(root, 'l'), '0')).toBeUndefined();
    expect(childNode(undefined, 'a')).toBeUndefined();
  });

  it('takes the last of equal keys', () => {
    const twice = parseJson('f.json', '{"a": 1, "a": 2}').root;
    expect(plainValue(childNode(twice, 'a')!)).toBe(2);
  });

  it('gives the text of strings only', () => {
    expect(stringOf(childNode(root, 'Name'))).toBe('x');
    expect(stringOf(childNode(root, 'name'))).toBeUndefined();
    expect(stringOf(undefined)).toBeUndefined();
  });

  it.each([
    ['{}', 'an object'],
    ['[]', 'an array'],
    ['"a"', 'a string'],
    ['1', 'a number'],
    ['9007199254740993', 'a number'],
    ['true', 'a boolean'],
    ['null', 'null'],
    ['', 'missing'],
  ])('says what %s is: %s', (text, words) => {
    expect(describeNode(parseJson('f.json', text).root)).toBe(words);
  });
});
