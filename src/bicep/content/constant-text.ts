import { type Binding, unwrapped } from '../binding/index.ts';
import type { ExpressionSyntax } from '../syntax/index.ts';

/**
 * The text of an expression that is known when a file is compiled: a literal, literals put together, or a variable of such a value;
 * `undefined` for every other one (articles/azure-resource-manager/bicep/bicep-functions-files.md).
 */
export function constantText(expression: ExpressionSyntax, binding: Binding): string | undefined {
  return textOf(expression, binding, new Set(), '');
}

function textOf(
  expression: ExpressionSyntax,
  binding: Binding,
  open: ReadonlySet<unknown>,
  kind: 'part' | '',
): string | undefined {
  const inner = unwrapped(expression);
  switch (inner.kind) {
    case 'string':
      return inner.value;
    case 'integer':
      return kind === 'part' ? String(inner.value) : undefined;
    case 'interpolation': {
      const parts: string[] = [inner.segments[0] ?? ''];
      for (const [index, one] of inner.expressions.entries()) {
        const text = textOf(one, binding, open, 'part');
        if (text === undefined) return undefined;
        parts.push(text, inner.segments[index + 1] ?? '');
      }
      return parts.join('');
    }
    case 'reference': {
      const symbol = binding.symbolOf.get(inner);
      if (symbol?.kind !== 'variable' && symbol?.kind !== 'assignment') return undefined;
      if (open.has(symbol)) return undefined;
      return textOf(symbol.declaration.value, binding, new Set([...open, symbol]), kind);
    }
    default:
      return undefined;
  }
}
