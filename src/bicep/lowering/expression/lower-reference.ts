import type { LocalSymbol } from '../../binding/index.ts';
import type { ReferenceSyntax } from '../../syntax/index.ts';
import { type ArmExpression, access, call } from '../arm/arm-expression.ts';
import type { Locals, LoweringContext } from '../lowering-context.ts';
import { moduleProperty } from '../module/module-reference.ts';
import { resourceValue } from '../resource/resource-reference.ts';
import { unreadable } from './unreadable.ts';

/** A name in an expression. */
export function lowerReference(syntax: ReferenceSyntax, locals: Locals, cx: LoweringContext): ArmExpression {
  const symbol = cx.model.binding.symbolOf.get(syntax);
  switch (symbol?.kind) {
    case 'parameter':
      return call('parameters', symbol.name);
    case 'variable':
      if (cx.inlined.has(symbol)) return cx.arm(symbol.declaration.value, locals);
      return call('variables', cx.names.nameOf(symbol) ?? symbol.name);
    case 'assignment':
      return call('variables', symbol.name);
    case 'resource':
      return resourceValue({ resource: symbol, index: undefined }, locals, cx);
    case 'module':
      return moduleProperty({ module: symbol, index: undefined }, undefined, false, locals, cx);
    case 'imported': {
      const target = cx.model.exportOf(symbol);
      const name = target === undefined ? undefined : cx.names.nameOf(target);
      return name === undefined ? unreadable(syntax, cx) : call('variables', name);
    }
    case 'extension':
      return call('extensions', symbol.name);
    case 'local':
      return localValue(symbol, locals, cx);
    case 'base':
      return call('parameters', 'base');
    case 'type':
    case 'function':
    case 'wildcard':
    case 'namespace':
    case undefined:
      return unreadable(syntax, cx);
    default:
      symbol satisfies never;
      return unreadable(syntax, cx);
  }
}

/** The item of a loop is the item of its array at the turn of the copy loop. */
function localValue(symbol: LocalSymbol, locals: Locals, cx: LoweringContext): ArmExpression {
  const replaced = locals.get(symbol);
  if (replaced !== undefined) return replaced;
  const { loop } = symbol;
  if (loop === undefined)
    return call(symbol.role === 'parameter' ? 'parameters' : 'lambdaVariables', symbol.name);
  const name = cx.model.binding.loopNames.get(loop);
  const index = name === undefined ? call('copyIndex') : call('copyIndex', name);
  return symbol.role === 'index' ? index : access(cx.arm(loop.collection, locals), index);
}
