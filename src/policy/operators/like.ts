import { fold, type Truth, type Unknown, type Value } from '../../kernel/index.ts';
import { EvaluationError } from '../../template/index.ts';
import { textCannotBe } from './equals.ts';
import { leftText, rightText } from './operand-text.ts';
import { negate, type Operator } from './operator.ts';

/** `like`: text with at most one `*` for anything. A field that is not there is like nothing. */
export const like: Operator = {
  name: 'like',
  test: (left, right) => {
    const pattern = parsePattern(rightText(right, 'like'));
    if (left === undefined || left === null) return false;
    const text = leftText(left);
    return text !== undefined && matches(fold(text), pattern);
  },
  testUnknown: testKnownEnds,
  wanted: 'must be like',
  unwanted: 'must not be like',
};

export const notLike: Operator = negate('notLike', like);

interface LikePattern {
  readonly prefix: string;
  readonly suffix: string;
  readonly exact: boolean;
}

function parsePattern(text: string): LikePattern {
  const folded = fold(text);
  const star = folded.indexOf('*');
  if (star === -1) return { prefix: folded, suffix: '', exact: true };
  if (folded.includes('*', star + 1))
    throw new EvaluationError(`the value \`${text}\` of like has more than one *`);
  return { prefix: folded.slice(0, star), suffix: folded.slice(star + 1), exact: false };
}

function matches(text: string, { prefix, suffix, exact }: LikePattern): boolean {
  if (exact) return text === prefix;
  return text.length >= prefix.length + suffix.length && text.startsWith(prefix) && text.endsWith(suffix);
}

function testKnownEnds(left: Unknown, right: Value): Truth {
  const pattern = parsePattern(rightText(right, 'like'));
  if (pattern.exact) return textCannotBe(left, right);
  if (left.type === 'array' || left.type === 'object') return 'false';
  const start = fold(left.prefix);
  const end = fold(left.suffix);
  const startAgrees = start.startsWith(pattern.prefix) || pattern.prefix.startsWith(start);
  const endAgrees = end.endsWith(pattern.suffix) || pattern.suffix.endsWith(end);
  if (!startAgrees || !endAgrees) return 'false';
  // Both ends may share characters in a short text, so only a pattern with one end is ever certain.
  const oneEnded = pattern.prefix === '' || pattern.suffix === '';
  const covered = start.startsWith(pattern.prefix) && end.endsWith(pattern.suffix);
  return oneEnded && covered && left.type === 'string' ? 'true' : 'unknown';
}
