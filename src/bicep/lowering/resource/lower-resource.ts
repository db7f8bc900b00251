import type { JsonNode, ObjectNode } from '../../../kernel/index.ts';
import type { ResourceSymbol } from '../../binding/index.ts';
import type { DecoratorSyntax } from '../../syntax/index.ts';
import { type ArmExpression, access, call } from '../arm/arm-expression.ts';
import type { Entry } from '../arm/node-builder.ts';
import { copyEntries, objectEntries } from '../expression/lower-value.ts';
import { type LoweringContext, noLocals } from '../lowering-context.ts';
import { decoratorArguments, decoratorName, findDecorator } from '../template/decorator.ts';
import { descriptionMetadata } from '../template/metadata.ts';
import type { Dependencies } from './dependencies.ts';
import { dependsOn } from './depends-on.ts';
import {
  type DeploymentScope,
  managementGroupId,
  resourceIdOf,
  scopeOfResource,
} from './deployment-scope.ts';
import { isExtensible } from './extensible-resource.ts';
import { loopOf } from './loop-locals.ts';
import { conditionOf } from './resource-condition.ts';
import { fullName, nameSyntax } from './resource-name.ts';
import { symbolicNameOf } from './symbolic-name.ts';

const statedElsewhere: ReadonlySet<string> = new Set(['name', 'scope', 'parent', 'dependsOn']);
const dependsOnOnly: ReadonlySet<string> = new Set(['dependsOn']);

/** The resource of a template that a declaration stands for (articles/azure-resource-manager/bicep/resource-declaration.md). */
export function lowerResource(
  resource: ResourceSymbol,
  dependencies: Dependencies,
  cx: LoweringContext,
): ObjectNode {
  const { nodes } = cx;
  const { declaration, object } = resource;
  const loop = loopOf(resource);
  const condition = conditionOf(resource, noLocals, cx);
  const conditionPlace = resource.condition ?? declaration;
  const waited = dependsOn(resource, declaration.name, dependencies, cx);
  const entries: (Entry | undefined)[] = [
    loop === undefined ? undefined : { name: 'copy', place: loop, value: copyOf(resource, loop, cx) },
    condition === undefined
      ? undefined
      : { name: 'condition', value: nodes.expression(conditionPlace, condition) },
    declaration.isExisting && cx.symbolicNames
      ? { name: 'existing', value: nodes.scalar(declaration.name, true) }
      : undefined,
    options(declaration.decorators, cx),
    ...(isExtensible(resource) ? extensibleEntries(resource, cx) : azureEntries(resource, cx)),
    waited === undefined ? undefined : { name: 'dependsOn', value: waited },
    descriptionMetadata(declaration.decorators, cx),
  ];
  return nodes.object(object ?? declaration, entries);
}

function copyOf(
  resource: ResourceSymbol,
  loop: NonNullable<ResourceSymbol['loop']>,
  cx: LoweringContext,
): JsonNode {
  const batchSize = findDecorator(resource.declaration.decorators, 'batchSize');
  const [size] = batchSize === undefined ? [] : decoratorArguments(batchSize);
  const looped = resource.loop === undefined ? (resource.container ?? resource) : resource;
  const entries = copyEntries(
    loop,
    {
      name: symbolicNameOf(looped),
      batchSize: size === undefined ? undefined : cx.value(size, noLocals),
    },
    noLocals,
    cx,
  );
  return cx.nodes.object(loop, entries);
}

function azureEntries(resource: ResourceSymbol, cx: LoweringContext): (Entry | undefined)[] {
  const { nodes } = cx;
  const { declaration, object, type } = resource;
  const nameAt = nameSyntax(resource) ?? declaration.name;
  return [
    { name: 'type', value: nodes.text(declaration.type, type?.type ?? '') },
    type?.apiVersion === undefined
      ? undefined
      : { name: 'apiVersion', value: nodes.text(declaration.type, type.apiVersion) },
    ...scopeEntries(resource, cx),
    { name: 'name', value: nodes.expression(nameAt, fullName(resource, noLocals, cx)) },
    ...(object === undefined ? [] : objectEntries(object, noLocals, cx, statedElsewhere)),
  ];
}

/** A resource of an extension has everything it says among its properties. */
function extensibleEntries(resource: ResourceSymbol, cx: LoweringContext): (Entry | undefined)[] {
  const { nodes } = cx;
  const { declaration, object, type } = resource;
  const name = type === undefined ? '' : `${type.type}@${type.apiVersion}`;
  const place = object ?? declaration;
  const properties = object === undefined ? [] : objectEntries(object, noLocals, cx, dependsOnOnly);
  return [
    { name: 'import', value: nodes.text(declaration.type, extensionOf(resource, cx)) },
    { name: 'type', value: nodes.text(declaration.type, name) },
    { name: 'properties', place, value: nodes.object(place, properties) },
  ];
}

/** The extension that a type belongs to: Microsoft Graph's types say so, others are of the one that is left. */
function extensionOf({ type }: ResourceSymbol, cx: LoweringContext): string {
  const stated = cx.model.binding.extensions.map(({ name, declaration: { specification } }) => ({
    name,
    words: wordOf(`${name} ${specification.kind === 'string' ? specification.value : ''}`),
  }));
  const isGraph = type?.type.startsWith('Microsoft.Graph/') ?? false;
  const ofKind = stated.filter(({ words }) => words.includes('graph') === isGraph);
  // Graph has an extension for each of its versions.
  const version = wordOf(type?.apiVersion ?? '');
  const ofVersion = isGraph ? ofKind.find(({ words }) => words.includes(version)) : undefined;
  return (ofVersion ?? ofKind[0] ?? stated[0])?.name ?? '';
}

/** `v1.0`, `V1_0` and `v1-0` are the same. */
function wordOf(text: string): string {
  return text.toLowerCase().replace(/[._-]/g, '');
}

/** Where the resource goes, when that is not where the deployment goes. */
function scopeEntries(resource: ResourceSymbol, cx: LoweringContext): Entry[] {
  const scope = scopeOfResource(resource, noLocals, cx);
  const { extended } = scope;
  const place = resource.declaration.name;
  if (extended !== undefined) {
    const id = resourceIdOf(extended.resource, extended.locals, cx);
    return [{ name: 'scope', value: cx.nodes.expression(place, id) }];
  }
  return deploymentScopeEntries(scope, place, cx);
}

/** How a template says at which scope a resource or nested deployment is. */
export function deploymentScopeEntries(
  scope: DeploymentScope,
  place: ResourceSymbol['declaration']['name'],
  cx: LoweringContext,
): Entry[] {
  const { nodes, model } = cx;
  const entry = (name: string, value: ArmExpression): Entry => ({
    name,
    value: nodes.expression(place, value),
  });
  switch (scope.kind) {
    case 'tenant':
      return model.targetScope === 'tenant' ? [] : [{ name: 'scope', value: nodes.text(place, '/') }];
    case 'managementGroup': {
      if (scope.managementGroup === undefined) return [];
      const isFull = model.targetScope !== 'tenant' && model.targetScope !== 'managementGroup';
      return [entry('scope', managementGroupId(scope.managementGroup, isFull))];
    }
    case 'subscription':
      if (scope.subscriptionId !== undefined) return [entry('subscriptionId', scope.subscriptionId)];
      return model.targetScope === 'resourceGroup'
        ? [entry('subscriptionId', access(call('subscription'), 'subscriptionId'))]
        : [];
    case 'resourceGroup':
      return [
        ...(scope.subscriptionId === undefined ? [] : [entry('subscriptionId', scope.subscriptionId)]),
        ...(scope.resourceGroup === undefined ? [] : [entry('resourceGroup', scope.resourceGroup)]),
      ];
    case 'resource':
      return [];
    default:
      scope.kind satisfies never;
      return [];
  }
}

const optionNames: ReadonlySet<string> = new Set([
  'retryOn',
  'onlyIfNotExists',
  'waitUntil',
  'nullIfNotFound',
]);

/** What decorators say of how a resource is deployed. */
function options(decorators: readonly DecoratorSyntax[], cx: LoweringContext): Entry | undefined {
  const entries = decorators.flatMap((decorator): Entry[] => {
    const name = decoratorName(decorator);
    if (name === undefined || !optionNames.has(name)) return [];
    const items = decoratorArguments(decorator).map((arg) => cx.value(arg, noLocals));
    return [{ name, value: cx.nodes.array(decorator, items) }];
  });
  const [first] = entries;
  return first === undefined ? undefined : { name: '@options', value: cx.nodes.object(first.value, entries) };
}
