import { unwrapped } from '../../binding/index.ts';
import {
  type ArraySyntax,
  type BinarySyntax,
  type ExpressionSyntax,
  type IndexSyntax,
  type IntegerSyntax,
  type KeySyntax,
  keyText,
  type MemberSyntax,
  type ObjectSyntax,
  type SpreadSyntax,
} from '../../syntax/index.ts';
import {
  type ArmCall,
  type ArmExpression,
  access,
  asCall,
  call,
  callOf,
  literal,
} from '../arm/arm-expression.ts';
import { formatText } from '../arm/format-text.ts';
import { safeChain } from '../arm/safe-chain.ts';
import type { Locals, LoweringContext } from '../lowering-context.ts';
import { moduleProperty, moduleTarget, outputProperty } from '../module/module-reference.ts';
import { resourceProperty, resourceValue } from '../resource/resource-reference.ts';
import { resourceTarget } from '../resource/resource-target.ts';
import { lowerCall, lowerMethodCall } from './lower-call.ts';
import { lowerReference } from './lower-reference.ts';
import { unreadable } from './unreadable.ts';

/** Makes an expression of the template language of a Bicep expression (articles/azure-resource-manager/bicep/operators.md and its neighbours). */
export function lowerExpression(
  syntax: ExpressionSyntax,
  locals: Locals,
  cx: LoweringContext,
): ArmExpression {
  switch (syntax.kind) {
    case 'string':
      return literal(syntax.value);
    case 'interpolation':
      return call(
        'format',
        formatText(syntax.segments),
        ...syntax.expressions.map((one) => cx.arm(one, locals)),
      );
    case 'integer':
      return integer(syntax, false);
    case 'boolean':
      return call(syntax.value ? 'true' : 'false');
    case 'null':
      return call('null');
    case 'object':
      return lowerObject(syntax, locals, cx);
    case 'array':
      return lowerArray(syntax, locals, cx);
    case 'parenthesized':
      return cx.arm(syntax.expression, locals);
    case 'nonNull':
      return cx.arm(syntax.target, locals);
    case 'unary':
      if (syntax.operator === '!') return call('not', cx.arm(syntax.operand, locals));
      if (syntax.operand.kind === 'integer') return integer(syntax.operand, true);
      return call('sub', literal(0), cx.arm(syntax.operand, locals));
    case 'binary':
      return lowerBinary(syntax, locals, cx);
    case 'ternary':
      return call(
        'if',
        cx.arm(syntax.condition, locals),
        cx.arm(syntax.whenTrue, locals),
        cx.arm(syntax.whenFalse, locals),
      );
    case 'lambda':
      return call('lambda', ...syntax.parameters.map((one) => one.name), cx.arm(syntax.body, locals));
    case 'reference':
      return lowerReference(syntax, locals, cx);
    case 'call':
      return lowerCall(syntax, locals, cx);
    case 'methodCall':
      return lowerMethodCall(syntax, locals, cx);
    case 'child': {
      const target = resourceTarget(syntax, cx.model.binding);
      return target === undefined ? unreadable(syntax, cx) : resourceValue(target, locals, cx);
    }
    case 'member':
      return lowerMember(syntax, locals, cx);
    case 'index':
      return lowerIndex(syntax, locals, cx);
    case 'for':
      cx.report('LG7102', {}, syntax);
      return unreadable(syntax, cx);
    case 'unreadable':
      return unreadable(syntax, cx);
    default:
      syntax satisfies never;
      return unreadable(syntax, cx);
  }
}

const int32Max = 2_147_483_647;
const int32Min = -2_147_483_648;

/** Expressions hold 32-bit integers; larger ones are read from a text. */
function integer({ value }: IntegerSyntax, isNegative: boolean): ArmExpression {
  const signed = isNegative ? -value : value;
  if (typeof signed === 'number' && signed <= int32Max && signed >= int32Min) return literal(signed);
  return call('json', String(signed));
}

/** Each run of items between spreads is an array of its own, and all are put together. */
function lowerArray({ items }: ArraySyntax, locals: Locals, cx: LoweringContext): ArmExpression {
  const parts = runsOf(
    items,
    (run) => call('createArray', ...run.map((item) => cx.arm(item, locals))),
    (spread) => cx.arm(spread.expression, locals),
  );
  if (parts.length === 0) return call('createArray');
  const [only] = parts;
  if (parts.length === 1 && items[0]?.kind !== 'spread') return only!;
  return call('flatten', call('createArray', ...parts));
}

function lowerObject({ members }: ObjectSyntax, locals: Locals, cx: LoweringContext): ArmExpression {
  const properties = members.filter((member) => member.kind === 'property' || member.kind === 'spread');
  const parts = runsOf(
    properties,
    (run) =>
      call(
        'createObject',
        ...run.flatMap((member) => [keyExpression(member.key, locals, cx), cx.arm(member.value, locals)]),
      ),
    (spread) => cx.arm(spread.expression, locals),
  );
  if (parts.length === 0) return call('createObject');
  const [only] = parts;
  if (parts.length === 1 && properties[0]?.kind !== 'spread') return only!;
  return call('shallowMerge', call('createArray', ...parts));
}

/** The name of a property as an expression. */
export function keyExpression(key: KeySyntax, locals: Locals, cx: LoweringContext): ArmExpression {
  if (key.kind === 'interpolation') return cx.arm(key, locals);
  return literal(keyText(key) ?? '');
}

function runsOf<Item extends { readonly kind: string }>(
  items: readonly (Item | SpreadSyntax)[],
  ofRun: (run: readonly Item[]) => ArmExpression,
  ofSpread: (spread: SpreadSyntax) => ArmExpression,
): ArmExpression[] {
  const parts: ArmExpression[] = [];
  let run: Item[] = [];
  const finish = () => {
    if (run.length > 0) parts.push(ofRun(run));
    run = [];
  };
  for (const item of items) {
    if (isSpread(item)) {
      finish();
      parts.push(ofSpread(item));
    } else run.push(item);
  }
  finish();
  return parts;
}

function isSpread(item: { readonly kind: string }): item is SpreadSyntax {
  return item.kind === 'spread';
}

const functionOf: Readonly<
  Record<BinarySyntax['operator'], (a: ArmExpression, b: ArmExpression) => ArmCall>
> = {
  '||': (a, b) => call('or', a, b),
  '&&': (a, b) => call('and', a, b),
  '==': (a, b) => call('equals', a, b),
  '!=': (a, b) => call('not', call('equals', a, b)),
  '=~': equalsInAnyCase,
  '!~': (a, b) => call('not', equalsInAnyCase(a, b)),
  '<': (a, b) => call('less', a, b),
  '<=': (a, b) => call('lessOrEquals', a, b),
  '>': (a, b) => call('greater', a, b),
  '>=': (a, b) => call('greaterOrEquals', a, b),
  '+': (a, b) => call('add', a, b),
  '-': (a, b) => call('sub', a, b),
  '*': (a, b) => call('mul', a, b),
  '/': (a, b) => call('div', a, b),
  '%': (a, b) => call('mod', a, b),
  '??': (a, b) => call('coalesce', a, b),
};

function equalsInAnyCase(a: ArmExpression, b: ArmExpression): ArmCall {
  return call('equals', call('toLower', a), call('toLower', b));
}

function lowerBinary(syntax: BinarySyntax, locals: Locals, cx: LoweringContext): ArmExpression {
  return functionOf[syntax.operator](cx.arm(syntax.left, locals), cx.arm(syntax.right, locals));
}

function lowerMember(syntax: MemberSyntax, locals: Locals, cx: LoweringContext): ArmExpression {
  const name = syntax.name.name;
  const resource = resourceTarget(syntax.target, cx.model.binding);
  if (resource !== undefined && (resource.index !== undefined || resource.resource.loop === undefined))
    return resourceProperty(resource, name, syntax.isSafe, locals, cx);
  const output = outputProperty(syntax, locals, cx);
  if (output !== undefined) return output;
  const module = moduleTarget(syntax.target, cx.model.binding);
  if (module !== undefined) return moduleProperty(module, name, syntax.isSafe, locals, cx);
  const symbol =
    syntax.target.kind === 'reference' ? cx.model.binding.symbolOf.get(syntax.target) : undefined;
  if (symbol?.kind === 'wildcard') {
    const imported = cx.model.exportOf(symbol, name);
    const known = imported === undefined ? undefined : cx.names.nameOf(imported);
    return known === undefined ? unreadable(syntax, cx) : call('variables', known);
  }
  return accessed(syntax, literal(name), false, locals, cx);
}

function lowerIndex(syntax: IndexSyntax, locals: Locals, cx: LoweringContext): ArmExpression {
  // `x['name']` is `x.name`.
  if (syntax.index.kind === 'string' && !syntax.isFromEnd) {
    const { target, isSafe, start, end, index } = syntax;
    const name = { kind: 'name' as const, name: index.value, start: index.start, end: index.end };
    return lowerMember({ kind: 'member', target, name, isSafe, start, end }, locals, cx);
  }
  const resource = resourceTarget(syntax, cx.model.binding);
  if (resource?.index === syntax.index) return resourceValue(resource, locals, cx);
  const module = moduleTarget(syntax, cx.model.binding);
  if (module?.index === syntax.index) return moduleProperty(module, undefined, false, locals, cx);
  return accessed(syntax, cx.arm(syntax.index, locals), syntax.isFromEnd, locals, cx);
}

/** An access of a value. Behind a safe access it is part of the same chain, which ends where something is null. */
function accessed(
  syntax: MemberSyntax | IndexSyntax,
  key: ArmExpression,
  isFromEnd: boolean,
  locals: Locals,
  cx: LoweringContext,
): ArmExpression {
  const target = cx.arm(syntax.target, locals);
  if (syntax.isSafe) return call(isFromEnd ? 'tryIndexFromEnd' : 'tryGet', target, key);
  const chain = isAccess(syntax.target) ? safeChain(target) : undefined;
  if (chain !== undefined) {
    const step = isFromEnd ? call('createObject', 'value', key, 'fromEnd', call('true')) : key;
    return callOf(chain.name, [...chain.args, step], chain.path);
  }
  if (isFromEnd) return call('indexFromEnd', target, key);
  return access(asCall(target), key);
}

/** Parentheses end a chain; `!` and `any()` mean nothing at run time. */
function isAccess(syntax: ExpressionSyntax): boolean {
  if (syntax.kind === 'member' || syntax.kind === 'index') return true;
  if (syntax.kind === 'nonNull') return isAccess(syntax.target);
  if (syntax.kind === 'call' && syntax.name.name === 'any' && syntax.args.length === 1)
    return isAccess(unwrapped(syntax.args[0]!));
  return false;
}
