import { unwrapped } from '../../binding/index.ts';
import type { CallSyntax, MethodCallSyntax } from '../../syntax/index.ts';
import { type ArmExpression, call, literal } from '../arm/arm-expression.ts';
import type { Locals, LoweringContext } from '../lowering-context.ts';
import { resourceIdOf } from '../resource/deployment-scope.ts';
import { withLoop } from '../resource/loop-locals.ts';
import { symbolReference } from '../resource/resource-reference.ts';
import { resourceTarget } from '../resource/resource-target.ts';
import { nameOfExpression } from './name-of-expression.ts';
import { unreadable } from './unreadable.ts';

/** A call of a function: one of the language, one that the file declares, or one that it imports. */
export function lowerCall(syntax: CallSyntax, locals: Locals, cx: LoweringContext): ArmExpression {
  const symbol = cx.model.binding.symbolOf.get(syntax);
  if (symbol?.kind === 'function')
    return userFunction(cx.names.nameOf(symbol) ?? symbol.name, syntax, locals, cx);
  if (symbol?.kind === 'imported') {
    const target = cx.model.exportOf(symbol);
    const name = target === undefined ? undefined : cx.names.nameOf(target);
    return name === undefined ? unreadable(syntax, cx) : userFunction(name, syntax, locals, cx);
  }
  return builtIn(syntax, locals, cx);
}

/** `sys.f()`, `az.f()`, a function of an import, or one of a resource. */
export function lowerMethodCall(
  syntax: MethodCallSyntax,
  locals: Locals,
  cx: LoweringContext,
): ArmExpression {
  const target = unwrapped(syntax.target);
  const symbol = target.kind === 'reference' ? cx.model.binding.symbolOf.get(target) : undefined;
  if (symbol?.kind === 'namespace') return builtIn(syntax, locals, cx);
  if (symbol?.kind === 'wildcard') {
    const imported = cx.model.exportOf(symbol, syntax.name.name);
    const name = imported === undefined ? undefined : cx.names.nameOf(imported);
    return name === undefined ? unreadable(syntax, cx) : userFunction(name, syntax, locals, cx);
  }
  const resource = resourceTarget(syntax.target, cx.model.binding, true);
  if (resource === undefined) return unreadable(syntax, cx);
  const args = syntax.args.map((arg) => cx.arm(arg, locals));
  const name = syntax.name.name;
  if (!name.toLowerCase().startsWith('list')) {
    // Only parameters of modules may be secrets of a vault; elsewhere the value is not known before it is deployed.
    return call('landguard.unknown', `${name}() of ${resource.resource.name}`);
  }
  const subject =
    cx.symbolicNames && !cx.inlined.has(resource.resource)
      ? symbolReference(resource, locals, cx)
      : resourceIdOf(resource.resource, withLoop(resource, locals, cx), cx);
  const version = resource.resource.type?.apiVersion;
  return call(name, subject, ...(args.length > 0 ? args : version === undefined ? [] : [literal(version)]));
}

function userFunction(
  name: string,
  syntax: CallSyntax | MethodCallSyntax,
  locals: Locals,
  cx: LoweringContext,
): ArmExpression {
  const qualified = name.includes('.') ? name : `__bicep.${name}`;
  return call(qualified, ...syntax.args.map((arg) => cx.arm(arg, locals)));
}

/** Scope functions with arguments name a scope; there is nothing to read of it. */
const namesScope: ReadonlySet<string> = new Set(['resourceGroup', 'subscription', 'managementGroup']);

function builtIn(syntax: CallSyntax | MethodCallSyntax, locals: Locals, cx: LoweringContext): ArmExpression {
  const name = syntax.name.name;
  const loaded = cx.names.loadedValue(syntax);
  if (loaded !== undefined) return call('variables', loaded);
  const value = cx.model.loadedValue(syntax);
  if (value !== undefined) return value.kind === 'problem' ? unreadable(syntax, cx) : value.expression;
  const [first] = syntax.args;
  if (name === 'any' && first !== undefined) return cx.arm(first, locals);
  if (name === 'nameof' && first !== undefined) return literal(nameOfExpression(first) ?? '');
  if (namesScope.has(name) && first !== undefined) return call('createObject');
  return call(name, ...syntax.args.map((arg) => cx.arm(arg, locals)));
}
