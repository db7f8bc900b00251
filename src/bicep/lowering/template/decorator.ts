import type { DecoratorSyntax, ExpressionSyntax } from '../../syntax/index.ts';

/** The name of a decorator, without its namespace. */
export function decoratorName({ expression }: DecoratorSyntax): string | undefined {
  if (expression.kind === 'unreadable') return undefined;
  return expression.kind === 'reference' ? expression.name : expression.name.name;
}

/** The arguments of a decorator; none where it is not called. */
export function decoratorArguments({ expression }: DecoratorSyntax): readonly ExpressionSyntax[] {
  return expression.kind === 'call' || expression.kind === 'methodCall' ? expression.args : [];
}

/** The decorator of this name, where there is one. */
export function findDecorator(
  decorators: readonly DecoratorSyntax[],
  name: string,
): DecoratorSyntax | undefined {
  return decorators.find((one) => decoratorName(one) === name);
}
