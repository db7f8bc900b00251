import { unwrapped } from '../../binding/index.ts';
import type { ExpressionSyntax } from '../../syntax/index.ts';

/** What `nameof` answers: the last name of an expression (articles/azure-resource-manager/bicep/bicep-functions-object.md). */
export function nameOfExpression(syntax: ExpressionSyntax): string | undefined {
  const expression = unwrapped(syntax);
  switch (expression.kind) {
    case 'reference':
      return expression.name;
    case 'member':
    case 'child':
      return expression.name.name;
    case 'index':
      return expression.index.kind === 'string' ? expression.index.value : undefined;
    default:
      return undefined;
  }
}
