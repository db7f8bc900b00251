import { type Comparable, familyNames, readComparable } from './comparable.ts';
import type { Operand } from './condition.ts';
import type { Token } from './lexer.ts';
import type { Operator } from './operator.ts';
import { SyntaxProblem, unreadable } from './syntax-problem.ts';

/** Values before the operator that says what kind they are. */
export type RawOperand = { readonly kind: 'raw'; readonly tokens: readonly RawValue[] };
/** One value as it is written. */
export type RawValue = Extract<Token, { kind: 'text' | 'word' }>;

/** Values as the operator compares them. Throws SyntaxProblem for those that it cannot compare. */
export function typedOperand(operand: Operand | RawOperand, operator: Operator): Operand {
  if (operand.kind !== 'raw') return operand;
  const second = operand.tokens[1];
  if (operator.quantifier === undefined && second !== undefined)
    throw unreadable(
      `\`${operator.name}\` compares with one value, but has ${operand.tokens.length}`,
      `write \`ForAnyOfAnyValues:${operator.name}\`, or one value`,
      second.start,
      second.end,
    );
  return { kind: 'values', values: operand.tokens.map((token) => comparableOf(token, operator)) };
}

function comparableOf(token: RawValue, { family, name }: Operator): Comparable {
  const value = family === 'string' && token.kind === 'word' ? undefined : readComparable(token.text, family);
  if (value !== undefined) return value;
  const expected = family === 'string' ? 'a text in single quotes' : familyNames[family];
  throw new SyntaxProblem('LG8004', { value: token.text, expected, operator: name }, token.start, token.end);
}
