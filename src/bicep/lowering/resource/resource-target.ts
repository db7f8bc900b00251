import { type Binding, type ResourceSymbol, unwrapped } from '../../binding/index.ts';
import type { ExpressionSyntax } from '../../syntax/index.ts';

/** A resource of the file as an expression names it. */
export interface ResourceTarget {
  readonly resource: ResourceSymbol;
  /** Which one of a loop; `undefined` for the whole loop, or for one that is not in a loop. */
  readonly index: ExpressionSyntax | undefined;
}

/** The resource that an expression names: by its symbol, `outer::inner`, or `loop[index]`. With `throughVariables`, also a variable that holds one. */
export function resourceTarget(
  syntax: ExpressionSyntax,
  binding: Binding,
  throughVariables = false,
): ResourceTarget | undefined {
  const expression = unwrapped(syntax);
  if (expression.kind === 'index') {
    const inner = resourceTarget(expression.target, binding, throughVariables);
    const isTurn = inner !== undefined && inner.index === undefined && inner.resource.loop !== undefined;
    return isTurn ? { resource: inner.resource, index: expression.index } : undefined;
  }
  if (expression.kind !== 'reference' && expression.kind !== 'child') return undefined;
  const symbol = binding.symbolOf.get(expression);
  if (symbol?.kind === 'resource') return { resource: symbol, index: undefined };
  if (throughVariables && symbol?.kind === 'variable' && symbol.declaration.value.kind !== 'reference')
    return resourceTarget(symbol.declaration.value, binding);
  return undefined;
}
