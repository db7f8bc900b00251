import type { ResourceSymbol } from '../../binding/index.ts';
import { type ArmExpression, call } from '../arm/arm-expression.ts';
import type { Locals, LoweringContext } from '../lowering-context.ts';

/** When a resource is deployed: on its own condition and on those of the resources that it is declared in. `undefined` for always. */
export function conditionOf(
  resource: ResourceSymbol,
  locals: Locals,
  cx: LoweringContext,
): ArmExpression | undefined {
  const outer = resource.container === undefined ? undefined : conditionOf(resource.container, locals, cx);
  const own = resource.condition === undefined ? undefined : cx.arm(resource.condition, locals);
  if (outer === undefined || own === undefined) return own ?? outer;
  return call('and', outer, own);
}
