import { EvaluationError } from '../../template/index.ts';
import { leftText, rightText } from './operand-text.ts';
import { negate, type Operator } from './operator.ts';

/**
 * `match`: `#` stands for a digit, `?` for a letter, `.` for any character, every other character for itself. Walked character by
 * character, so a hostile pattern costs no more than its length.
 */
export const match: Operator = {
  name: 'match',
  isCaseSensitive: true,
  test: (left, right) => testMatch(leftText(left), rightText(right, 'match')),
  wanted: 'must match',
  unwanted: 'must not match',
};

export const notMatch: Operator = negate('notMatch', match);

/** `matchInsensitively`: the same without regard to case. */
export const matchInsensitively: Operator = {
  name: 'matchInsensitively',
  test: (left, right) =>
    testMatch(leftText(left)?.toLowerCase(), rightText(right, 'matchInsensitively').toLowerCase()),
  wanted: 'must match',
  unwanted: 'must not match',
};

export const notMatchInsensitively: Operator = negate('notMatchInsensitively', matchInsensitively);

const patternLengthMax = 4_096;

function testMatch(text: string | undefined, pattern: string): boolean {
  if (pattern.length > patternLengthMax)
    throw new EvaluationError(`the match pattern has more than ${patternLengthMax} characters`);
  if (text === undefined || text.length !== pattern.length) return false;
  for (let index = 0; index < pattern.length; index++) {
    if (!matchesCharacter(text[index]!, pattern[index]!)) return false;
  }
  return true;
}

function matchesCharacter(character: string, wanted: string): boolean {
  if (wanted === '#') return character >= '0' && character <= '9';
  if (wanted === '?') return /^\p{L}$/u.test(character);
  return wanted === '.' || character === wanted;
}
