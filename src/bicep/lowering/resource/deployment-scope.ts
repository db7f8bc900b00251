import type { ScopeKind } from '../../../template/index.ts';
import { type ModuleSymbol, type ResourceSymbol, unwrapped } from '../../binding/index.ts';
import { type ExpressionSyntax, propertyOf } from '../../syntax/index.ts';
import { type ArmExpression, access, call } from '../arm/arm-expression.ts';
import type { Locals, LoweringContext } from '../lowering-context.ts';
import { withLoop } from './loop-locals.ts';
import { nameSegments, ownName } from './resource-name.ts';
import { parentOf } from './resource-parent.ts';
import { resourceTarget } from './resource-target.ts';

/** Where a resource or module is deployed; what is not stated is that of the deployment itself. */
export interface DeploymentScope {
  readonly kind: ScopeKind | 'resource';
  readonly managementGroup?: ArmExpression;
  readonly subscriptionId?: ArmExpression;
  readonly resourceGroup?: ArmExpression;
  /** The resource that is extended. */
  readonly extended?: { readonly resource: ResourceSymbol; readonly locals: Locals };
}

/** The scope of a resource, which is that of the resource it is in (articles/azure-resource-manager/bicep/scope-extension-resources.md). */
export function scopeOfResource(
  resource: ResourceSymbol,
  locals: Locals,
  cx: LoweringContext,
): DeploymentScope {
  const parent = parentOf(resource, cx.model.binding);
  if (parent !== undefined) return scopeOfResource(parent.resource, withLoop(parent, locals, cx), cx);
  return scopeOfBody(resource, locals, cx);
}

/** The scope that a module states, or else that of the file. */
export function scopeOfModule(module: ModuleSymbol, locals: Locals, cx: LoweringContext): DeploymentScope {
  return scopeOfBody(module, locals, cx);
}

function scopeOfBody(
  symbol: ResourceSymbol | ModuleSymbol,
  locals: Locals,
  cx: LoweringContext,
): DeploymentScope {
  const syntax = symbol.object === undefined ? undefined : propertyOf(symbol.object, 'scope')?.value;
  const own: DeploymentScope = { kind: cx.model.targetScope };
  return syntax === undefined ? own : (readScope(syntax, locals, cx) ?? own);
}

function readScope(
  syntax: ExpressionSyntax,
  locals: Locals,
  cx: LoweringContext,
): DeploymentScope | undefined {
  const expression = unwrapped(syntax);
  if (expression.kind === 'call' || expression.kind === 'methodCall') {
    const args = expression.args.map((arg) => cx.arm(arg, locals));
    return scopeFunctions.get(expression.name.name)?.(args);
  }
  const target = resourceTarget(expression, cx.model.binding);
  if (target === undefined) return undefined;
  const inner = withLoop(target, locals, cx);
  const { resource } = target;
  const type = resource.type?.type.toLowerCase();
  if (type === 'microsoft.resources/resourcegroups') {
    const { subscriptionId } = scopeOfResource(resource, inner, cx);
    return {
      kind: 'resourceGroup',
      resourceGroup: ownName(resource, inner, cx),
      ...(subscriptionId === undefined ? {} : { subscriptionId }),
    };
  }
  if (type === 'microsoft.management/managementgroups')
    return { kind: 'managementGroup', managementGroup: ownName(resource, inner, cx) };
  if (extendsItself(resource, cx)) return undefined;
  return { kind: 'resource', extended: { resource, locals: inner } };
}

/** Resources that extend each other; Azure has no more than a few. */
const extendedMax = 64;

/** Whether the way from a resource to those that it is in or extends never ends, or is longer than any that means something. */
function extendsItself(start: ResourceSymbol, cx: LoweringContext): boolean {
  const { binding } = cx.model;
  const seen = new Set<ResourceSymbol>();
  for (let at: ResourceSymbol | undefined = start; at !== undefined; ) {
    if (seen.has(at) || seen.size > extendedMax) return true;
    seen.add(at);
    const scope: ExpressionSyntax | undefined =
      at.object === undefined ? undefined : propertyOf(at.object, 'scope')?.value;
    at =
      parentOf(at, binding)?.resource ??
      (scope === undefined ? undefined : resourceTarget(scope, binding)?.resource);
  }
  return false;
}

type ScopeOf = (args: readonly ArmExpression[]) => DeploymentScope;

const scopeFunctions: ReadonlyMap<string, ScopeOf> = new Map<string, ScopeOf>([
  ['tenant', () => ({ kind: 'tenant' })],
  [
    'managementGroup',
    ([name]) => ({ kind: 'managementGroup', ...(name === undefined ? {} : { managementGroup: name }) }),
  ],
  ['subscription', ([id]) => ({ kind: 'subscription', ...(id === undefined ? {} : { subscriptionId: id }) })],
  [
    'resourceGroup',
    ([first, second]) => {
      if (first === undefined) return { kind: 'resourceGroup' };
      if (second === undefined) return { kind: 'resourceGroup', resourceGroup: first };
      return { kind: 'resourceGroup', subscriptionId: first, resourceGroup: second };
    },
  ],
]);

/** The id of a resource at its scope. */
export function resourceIdOf(resource: ResourceSymbol, locals: Locals, cx: LoweringContext): ArmExpression {
  const scope = scopeOfResource(resource, locals, cx);
  return idAt(scope, resource.type?.type ?? '', nameSegments(resource, locals, cx), cx);
}

/** The id of a type and names at a scope: `resourceId` means other things in other deployments, so the scope is spelled out where it is not the deployment's own. */
export function idAt(
  scope: DeploymentScope,
  type: string,
  names: readonly ArmExpression[],
  cx: LoweringContext,
): ArmExpression {
  switch (scope.kind) {
    case 'tenant':
      return call('tenantResourceId', type, ...names);
    case 'subscription':
      return call(
        'subscriptionResourceId',
        ...(scope.subscriptionId === undefined ? [] : [scope.subscriptionId]),
        type,
        ...names,
      );
    case 'resourceGroup': {
      if (scope.resourceGroup === undefined) return call('resourceId', type, ...names);
      const subscription = scope.subscriptionId ?? access(call('subscription'), 'subscriptionId');
      const group = call(
        'format',
        '/subscriptions/{0}/resourceGroups/{1}',
        subscription,
        scope.resourceGroup,
      );
      return call('extensionResourceId', group, type, ...names);
    }
    case 'managementGroup': {
      const group =
        scope.managementGroup === undefined
          ? access(call('managementGroup'), 'id')
          : managementGroupId(scope.managementGroup, true);
      return call('extensionResourceId', group, type, ...names);
    }
    case 'resource': {
      const { extended } = scope;
      if (extended === undefined) return call('resourceId', type, ...names);
      return call(
        'extensionResourceId',
        resourceIdOf(extended.resource, extended.locals, cx),
        type,
        ...names,
      );
    }
    default:
      scope.kind satisfies never;
      return call('resourceId', type, ...names);
  }
}

/** Deployments at tenant and management groups take the id without its leading slash. */
export function managementGroupId(name: ArmExpression, isFull: boolean): ArmExpression {
  const type = 'Microsoft.Management/managementGroups';
  return isFull ? call('tenantResourceId', type, name) : call('format', `${type}/{0}`, name);
}
