import type { ResourceSymbol } from '../../binding/index.ts';
import { type ExpressionSyntax, propertyOf } from '../../syntax/index.ts';
import { type ArmExpression, access, call, literal } from '../arm/arm-expression.ts';
import type { Locals, LoweringContext } from '../lowering-context.ts';
import { withLoop } from './loop-locals.ts';
import { parentOf } from './resource-parent.ts';

/** The names of a resource and of the resources that it is in, one for each segment of its type. */
export function nameSegments(resource: ResourceSymbol, locals: Locals, cx: LoweringContext): ArmExpression[] {
  const own = ownName(resource, locals, cx);
  const parent = parentOf(resource, cx.model.binding);
  if (parent !== undefined) return [...nameSegments(parent.resource, withLoop(parent, locals, cx), cx), own];
  const segmentCount = (resource.type?.type.split('/').length ?? 2) - 1;
  if (segmentCount === 1) return [own];
  return Array.from({ length: segmentCount }, (_, index) => access(call('split', own, '/'), literal(index)));
}

/** The name as a template has it: `parent/child` where it is declared inside or with a `parent`. */
export function fullName(resource: ResourceSymbol, locals: Locals, cx: LoweringContext): ArmExpression {
  if (parentOf(resource, cx.model.binding) === undefined) return ownName(resource, locals, cx);
  const segments = nameSegments(resource, locals, cx);
  return call('format', segments.map((_, index) => `{${index}}`).join('/'), ...segments);
}

/** The name as the declaration states it. */
export function ownName(resource: ResourceSymbol, locals: Locals, cx: LoweringContext): ArmExpression {
  const syntax = nameSyntax(resource);
  if (syntax !== undefined) return cx.arm(syntax, locals);
  return call('landguard.unknown', `the name of ${resource.name}, which is not stated`);
}

export function nameSyntax(resource: ResourceSymbol): ExpressionSyntax | undefined {
  return resource.object === undefined ? undefined : propertyOf(resource.object, 'name')?.value;
}
