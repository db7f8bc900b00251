import { type ArmCall, type ArmExpression, access, call, literal } from '../arm/arm-expression.ts';
import type { Locals, LoweringContext } from '../lowering-context.ts';
import { resourceIdOf } from './deployment-scope.ts';
import { isExtensible } from './extensible-resource.ts';
import { withLoop } from './loop-locals.ts';
import { conditionOf } from './resource-condition.ts';
import { ownName } from './resource-name.ts';
import type { ResourceTarget } from './resource-target.ts';
import { symbolicNameOf } from './symbolic-name.ts';

/** A resource as a value: its run-time state with everything, or those of a whole loop. */
export function resourceValue(target: ResourceTarget, locals: Locals, cx: LoweringContext): ArmExpression {
  return stateOf(target, true, locals, cx);
}

/**
 * A property of a resource. What the declaration says itself - id, name, type and API version - is taken from there, everything else is
 * run-time state (articles/azure-resource-manager/bicep/bicep-functions-resource.md#reference).
 */
export function resourceProperty(
  target: ResourceTarget,
  name: string,
  isSafe: boolean,
  locals: Locals,
  cx: LoweringContext,
): ArmExpression {
  const { resource } = target;
  const { type } = resource;
  const inner = withLoop(target, locals, cx);
  if (isExtensible(resource)) return property(stateOf(target, false, locals, cx), name, isSafe);
  const guarded = (value: ArmExpression) => (isSafe ? guard(target, value, inner, cx) : value);
  switch (name) {
    case 'id':
      return guarded(resourceIdOf(resource, inner, cx));
    case 'name':
      return guarded(ownName(resource, inner, cx));
    case 'type':
      return literal(type?.type ?? '');
    case 'apiVersion':
      return literal(type?.apiVersion ?? '');
    case 'properties':
      if (!isSafe) return stateOf(target, false, locals, cx);
      break;
    default:
  }
  return property(guarded(stateOf(target, true, locals, cx)), name, isSafe);
}

function property(target: ArmExpression, name: string, isSafe: boolean): ArmCall {
  return isSafe ? call('tryGet', target, name) : access(target, name);
}

/** Behind `.?` a resource that is not deployed is null. */
function guard(
  target: ResourceTarget,
  value: ArmExpression,
  inner: Locals,
  cx: LoweringContext,
): ArmExpression {
  const condition = conditionOf(target.resource, inner, cx);
  return condition === undefined ? value : call('if', condition, value, call('null'));
}

function stateOf(target: ResourceTarget, isFull: boolean, locals: Locals, cx: LoweringContext): ArmCall {
  const { resource, index } = target;
  const isSymbolic = cx.symbolicNames && !cx.inlined.has(resource);
  const isLoop = resource.loop !== undefined && index === undefined;
  if (isLoop) {
    const name = symbolicNameOf(resource);
    return isFull && !isExtensible(resource) ? call('references', name, 'full') : call('references', name);
  }
  const subject = isSymbolic
    ? symbolReference(target, locals, cx)
    : resourceIdOf(resource, withLoop(target, locals, cx), cx);
  if (isExtensible(resource)) return call('reference', subject);
  const version = resource.type?.apiVersion ?? '';
  if (isFull) return call('reference', subject, version, 'full');
  return isSymbolic ? call('reference', subject) : call('reference', subject, version);
}

/** What `reference` and `dependsOn` call a resource: its symbolic name, of a loop with the turn. */
export function symbolReference(target: ResourceTarget, locals: Locals, cx: LoweringContext): ArmExpression {
  const name = symbolicNameOf(target.resource);
  return target.index === undefined
    ? literal(name)
    : call('format', `${name}[{0}]`, cx.arm(target.index, locals));
}
