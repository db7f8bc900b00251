import { type Binding, type ModuleSymbol, unwrapped } from '../../binding/index.ts';
import { type ExpressionSyntax, type MemberSyntax, propertyOf } from '../../syntax/index.ts';
import { type ArmExpression, access, asCall, call, literal } from '../arm/arm-expression.ts';
import { safeChain } from '../arm/safe-chain.ts';
import type { Locals, LoweringContext } from '../lowering-context.ts';
import { idAt, scopeOfModule } from '../resource/deployment-scope.ts';
import { withLoop } from '../resource/loop-locals.ts';

/** A module of the file as an expression names it. */
export interface ModuleTarget {
  readonly module: ModuleSymbol;
  /** Which one of a loop; `undefined` for the whole loop, or for one that is not in a loop. */
  readonly index: ExpressionSyntax | undefined;
}

/** The API version of the deployments that modules are. */
export const deploymentApiVersion = '2025-04-01';
export const deploymentType = 'Microsoft.Resources/deployments';

export function moduleTarget(syntax: ExpressionSyntax, binding: Binding): ModuleTarget | undefined {
  const expression = unwrapped(syntax);
  if (expression.kind === 'index') {
    const inner = moduleTarget(expression.target, binding);
    const isTurn = inner !== undefined && inner.index === undefined && inner.module.loop !== undefined;
    return isTurn ? { module: inner.module, index: expression.index } : undefined;
  }
  const symbol = expression.kind === 'reference' ? binding.symbolOf.get(expression) : undefined;
  return symbol?.kind === 'module' ? { module: symbol, index: undefined } : undefined;
}

/** A property of a module, or, without a name, its state (articles/azure-resource-manager/bicep/modules.md#output-from-module). */
export function moduleProperty(
  target: ModuleTarget,
  name: string | undefined,
  isSafe: boolean,
  locals: Locals,
  cx: LoweringContext,
  isSecure = cx.model.moduleOf(target.module).outputs.some((output) => output.isSecure),
): ArmExpression {
  const guarded = (value: ArmExpression) => (isSafe ? guard(target, value, locals, cx) : value);
  if (name === 'name') return guarded(moduleName(target, withLoop(target, locals, cx), locals, cx));
  const state = stateOf(target, locals, cx);
  if (name === undefined) return state;
  if (name !== 'outputs') return isSafe ? call('tryGet', guarded(state), name) : access(state, name);
  if (isSecure) {
    const subject = cx.symbolicNames ? symbolReference(target, locals, cx) : moduleId(target, locals, cx);
    return guarded(call('listOutputsWithSecureValues', subject, deploymentApiVersion));
  }
  return isSafe ? call('tryGet', guarded(state), 'outputs') : access(state, 'outputs');
}

/** `module.outputs.name`; `undefined` where the expression is something else. */
export function outputProperty(
  syntax: MemberSyntax,
  locals: Locals,
  cx: LoweringContext,
): ArmExpression | undefined {
  const outputs = unwrapped(syntax.target);
  if (outputs.kind !== 'member' || outputs.name.name !== 'outputs') return undefined;
  const module = moduleBehind(outputs.target, cx.model.binding);
  if (module === undefined) return undefined;
  const name = syntax.name.name;
  const target = moduleTarget(outputs.target, cx.model.binding);
  if (target === undefined)
    return outputValue(asCall(cx.arm(outputs, locals)), [name, 'value'], syntax.isSafe);
  const isSecure = cx.model.moduleOf(module).outputs.some((one) => one.name === name && one.isSecure);
  const base = moduleProperty(target, 'outputs', outputs.isSafe, locals, cx, isSecure);
  return outputValue(asCall(base), isSecure ? [name] : [name, 'value'], syntax.isSafe);
}

function outputValue(
  base: ReturnType<typeof asCall>,
  tail: readonly string[],
  isSafe: boolean,
): ArmExpression {
  if (isSafe) return tail.reduce<ArmExpression>((value, key) => call('tryGet', value, key), base);
  if (safeChain(base) !== undefined) return call(base.name, ...base.args, ...tail);
  const last = base.args.at(-1);
  if (base.name === 'if' && last?.kind === 'call' && last.name === 'null')
    return call('tryGet', base, ...tail);
  return access(base, ...tail);
}

/** The module whose state an expression is: named directly, chosen by a condition, or one of a loop that a lambda goes through. */
function moduleBehind(syntax: ExpressionSyntax, binding: Binding): ModuleSymbol | undefined {
  const target = moduleTarget(syntax, binding);
  if (target !== undefined)
    return target.module.loop === undefined || target.index !== undefined ? target.module : undefined;
  const expression = unwrapped(syntax);
  if (expression.kind === 'ternary')
    return moduleBehind(expression.whenTrue, binding) ?? moduleBehind(expression.whenFalse, binding);
  const symbol = expression.kind === 'reference' ? binding.symbolOf.get(expression) : undefined;
  return symbol?.kind === 'local' && symbol.source !== undefined
    ? loopBehind(symbol.source, binding)
    : undefined;
}

function loopBehind(source: ExpressionSyntax, binding: Binding): ModuleSymbol | undefined {
  const target = moduleTarget(source, binding);
  if (target !== undefined) return target.index === undefined ? target.module : undefined;
  const expression = unwrapped(source);
  const [first] = expression.kind === 'call' ? expression.args : [];
  return first === undefined ? undefined : loopBehind(first, binding);
}

function guard(
  target: ModuleTarget,
  value: ArmExpression,
  locals: Locals,
  cx: LoweringContext,
): ArmExpression {
  const { condition } = target.module;
  if (condition === undefined) return value;
  return call('if', cx.arm(condition, withLoop(target, locals, cx)), value, call('null'));
}

function stateOf(target: ModuleTarget, locals: Locals, cx: LoweringContext): ArmExpression {
  const { module, index } = target;
  if (module.loop !== undefined && index === undefined) return call('references', module.name);
  if (cx.symbolicNames) return call('reference', symbolReference(target, locals, cx));
  return call('reference', moduleId(target, locals, cx), deploymentApiVersion);
}

function symbolReference(
  { module, index }: ModuleTarget,
  locals: Locals,
  cx: LoweringContext,
): ArmExpression {
  return index === undefined
    ? literal(module.name)
    : call('format', `${module.name}[{0}]`, cx.arm(index, locals));
}

/** The id of the deployment that a module is. */
export function moduleId(target: ModuleTarget, locals: Locals, cx: LoweringContext): ArmExpression {
  const inner = withLoop(target, locals, cx);
  return idAt(
    scopeOfModule(target.module, inner, cx),
    deploymentType,
    [moduleName(target, inner, locals, cx)],
    cx,
  );
}

const deploymentNameLengthMax = 64;
const uniqueStringLength = 13;
const copyIndexLengthMax = 3;

/** The name of a module's deployment. One that states none has one made of its symbol, the turn and the name of the deployment around. */
export function moduleName(
  target: ModuleTarget,
  inner: Locals,
  locals: Locals,
  cx: LoweringContext,
): ArmExpression {
  const { module, index } = target;
  const stated = module.object === undefined ? undefined : propertyOf(module.object, 'name')?.value;
  if (stated !== undefined) return cx.arm(stated, inner);
  const unique = call('uniqueString', module.name, access(call('deployment'), 'name'));
  if (module.loop === undefined) {
    const prefix = module.name.slice(0, deploymentNameLengthMax - uniqueStringLength - 1);
    return call('format', `${prefix}-{0}`, unique);
  }
  const prefix = module.name.slice(0, deploymentNameLengthMax - uniqueStringLength - copyIndexLengthMax - 2);
  const turn = index === undefined ? call('copyIndex') : cx.arm(index, locals);
  return call('format', `${prefix}-{0}-{1}`, turn, unique);
}
