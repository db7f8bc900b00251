import { Unknown, type Value } from '../kernel/index.ts';
import { describeValue } from './describe-value.ts';
import { type ContextFunction, evaluate } from './evaluate.ts';
import type { CallExpression } from './expression.ts';
import type { Frame } from './frame.ts';
import { resourceIdAt, scopeId } from './scope-id.ts';
import { EvaluationError } from './template-function.ts';
import { joinText } from './text.ts';

/** The functions that compose resource ids (articles/azure-resource-manager/templates/template-functions-resource.md). */
export const resourceIdFunctions: readonly ContextFunction<Frame>[] = [
  { name: 'resourceId', argumentsMin: 2, argumentsMax: Infinity, evaluate: resourceId },
  {
    name: 'subscriptionResourceId',
    argumentsMin: 2,
    argumentsMax: Infinity,
    evaluate: subscriptionResourceId,
  },
  { name: 'tenantResourceId', argumentsMin: 2, argumentsMax: Infinity, evaluate: tenantResourceId },
  {
    name: 'managementGroupResourceId',
    argumentsMin: 2,
    argumentsMax: Infinity,
    evaluate: managementGroupResourceId,
  },
  { name: 'extensionResourceId', argumentsMin: 3, argumentsMax: Infinity, evaluate: extensionResourceId },
];

function resourceId(call: CallExpression, frame: Frame): Value {
  const { leading, type, names } = split(call, frame, 2);
  const { scope } = frame.deployment;
  if (leading.length === 0)
    return resourceIdAt(scope.kind === 'resourceGroup' ? scopeId(scope) : scopeOf(frame), type, names);
  const [subscriptionId, resourceGroup] = leading.length === 2 ? leading : scopeOrGroup(leading[0]!, frame);
  const base = joinText('/subscriptions/', subscriptionId!);
  return resourceIdAt(
    resourceGroup === undefined ? base : joinText(base, '/resourceGroups/', resourceGroup),
    type,
    names,
  );
}

/** With one leading argument a resource group is meant, or a subscription where the deployment has no resource group. */
function scopeOrGroup(leading: Value, frame: Frame): [Value, Value | undefined] {
  const { scope } = frame.deployment;
  return scope.kind === 'resourceGroup' ? [scope.subscriptionId, leading] : [leading, undefined];
}

function scopeOf(frame: Frame): string | Unknown {
  return scopeId(frame.deployment.scope);
}

function subscriptionResourceId(call: CallExpression, frame: Frame): Value {
  const { leading, type, names } = split(call, frame, 1);
  return resourceIdAt(
    joinText('/subscriptions/', leading[0] ?? frame.deployment.scope.subscriptionId),
    type,
    names,
  );
}

function tenantResourceId(call: CallExpression, frame: Frame): Value {
  const { type, names } = split(call, frame, 0);
  return resourceIdAt('', type, names);
}

function managementGroupResourceId(call: CallExpression, frame: Frame): Value {
  const { leading, type, names } = split(call, frame, 1);
  const group = leading[0] ?? frame.deployment.scope.managementGroup;
  return resourceIdAt(joinText('/providers/Microsoft.Management/managementGroups/', group), type, names);
}

function extensionResourceId(call: CallExpression, frame: Frame): Value {
  const [extended, type, ...names] = call.args.map((arg) => textArgument(evaluate(arg, frame), call.name));
  return resourceIdAt(extended!, type!, names);
}

/** Splits the arguments at the resource type: the first one with a slash, after at most `leadingMax` others. */
function split(
  call: CallExpression,
  frame: Frame,
  leadingMax: number,
): { leading: Value[]; type: Value; names: Value[] } {
  const args = call.args.map((arg) => textArgument(evaluate(arg, frame), call.name));
  let at = args.findIndex(
    (arg, index) => index <= leadingMax && typeof arg === 'string' && /^[^/]+\/[^/]/.test(arg),
  );
  if (at === -1) at = args.findIndex((arg, index) => index <= leadingMax && arg instanceof Unknown);
  if (at === -1 || at === args.length - 1)
    throw new EvaluationError(
      `${call.name} needs a resource type such as 'Microsoft.Storage/storageAccounts' and a name`,
    );
  return { leading: args.slice(0, at), type: args[at]!, names: args.slice(at + 1) };
}

function textArgument(value: Value, name: string): Value {
  if (typeof value === 'string' || value instanceof Unknown) return value;
  if (typeof value === 'number' || typeof value === 'bigint') return String(value);
  throw new EvaluationError(`${name} expects strings, but got ${describeValue(value)}`);
}
