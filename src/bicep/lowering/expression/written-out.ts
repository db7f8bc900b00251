import { unwrapped } from '../../binding/index.ts';
import type { ExpressionSyntax } from '../../syntax/index.ts';
import type { LoweringContext } from '../lowering-context.ts';

/** What stands where an expression stands: a variable that cannot be one of the template is written out, parentheses and `!` mean nothing. */
export function writtenOut(syntax: ExpressionSyntax, cx: LoweringContext): ExpressionSyntax {
  const expression = unwrapped(syntax);
  if (expression.kind !== 'reference') return expression;
  const symbol = cx.model.binding.symbolOf.get(expression);
  const isWrittenOut = symbol?.kind === 'variable' && cx.inlined.has(symbol);
  return isWrittenOut ? writtenOut(symbol.declaration.value, cx) : expression;
}
