import type { LocalSymbol, ModuleSymbol, ResourceSymbol } from '../../binding/index.ts';
import type { ExpressionSyntax, ForSyntax } from '../../syntax/index.ts';
import { type ArmExpression, access } from '../arm/arm-expression.ts';
import type { Locals, LoweringContext } from '../lowering-context.ts';

/** A resource or module of a loop as another place refers to it: by its index. */
export interface Indexed {
  readonly index: ExpressionSyntax | undefined;
}

/**
 * What the loop's variables stand for when one of its turns is referred to from elsewhere: `storage[i].name` is the name with the
 * item of turn `i`. The index is an expression of the place that refers.
 */
export function withLoop(
  target: Indexed & ({ readonly resource: ResourceSymbol } | { readonly module: ModuleSymbol }),
  locals: Locals,
  cx: LoweringContext,
): Locals {
  if (target.index === undefined) return locals;
  const loop = 'resource' in target ? loopOf(target.resource) : target.module.loop;
  return loop === undefined ? locals : atTurn(loop, cx.arm(target.index, locals), locals, cx);
}

/** The loop of a resource, or of the resource in whose body it is declared. */
export function loopOf(resource: ResourceSymbol): ForSyntax | undefined {
  return resource.loop ?? (resource.container === undefined ? undefined : loopOf(resource.container));
}

/** The locals with a loop's variables at one of its turns. */
export function atTurn(loop: ForSyntax, index: ArmExpression, locals: Locals, cx: LoweringContext): Locals {
  const result = new Map(locals);
  for (const symbol of cx.model.localsOf(loop)) result.set(symbol, valueAt(symbol, loop, index, locals, cx));
  return result;
}

function valueAt(
  symbol: LocalSymbol,
  loop: ForSyntax,
  index: ArmExpression,
  locals: Locals,
  cx: LoweringContext,
): ArmExpression {
  return symbol.role === 'index' ? index : access(cx.arm(loop.collection, locals), index);
}
