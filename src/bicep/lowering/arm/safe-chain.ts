import type { ArmCall, ArmExpression } from './arm-expression.ts';

/** The expression where it is a chain behind a safe access, to which further accesses belong. */
export function safeChain(expression: ArmExpression): ArmCall | undefined {
  if (expression.kind === 'literal' || expression.path.length > 0) return undefined;
  return expression.name === 'tryGet' || expression.name === 'tryIndexFromEnd' ? expression : undefined;
}
