import type { BinaryOperator } from './expression-syntax.ts';
import type { TokenKind } from './token.ts';

/** A binary operator; the one of higher precedence is applied first, equal ones from left to right. */
export interface BinaryOperation {
  readonly operator: BinaryOperator;
  readonly precedence: number;
}

/** The operators from loosest to tightest (articles/azure-resource-manager/bicep/operators.md). */
const levels: readonly (readonly BinaryOperator[])[] = [
  ['??'],
  ['||'],
  ['&&'],
  ['==', '!=', '=~', '!~'],
  ['<', '<=', '>', '>='],
  ['+', '-'],
  ['*', '/', '%'],
];

/** The operation that a token stands for. */
export const binaryOperations: ReadonlyMap<TokenKind, BinaryOperation> = new Map(
  levels.flatMap((operators, level) =>
    operators.map((operator): [TokenKind, BinaryOperation] => [
      operator,
      { operator, precedence: level + 1 },
    ]),
  ),
);
