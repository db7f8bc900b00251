import { fold, type GrantScope, textOfValue } from '../../kernel/index.ts';
import { type ExpandedResource, scopeId } from '../../template/index.ts';
import { keyOf } from '../deployment-resource.ts';
import { type DeployedResources, shownName } from './deployed-resources.ts';
import { extendedScope } from './extended-scope.ts';
import type { NamedTarget } from './named-target.ts';
import { resourceWord } from './resource-words.ts';

/** Where an extension resource gives access: the scope or resource that it is deployed to. */
export function grantScope(extension: ExpandedResource, deployed: DeployedResources): GrantScope {
  return scopeOfTarget(extendedScope(extension.id, extension.type), extension, deployed);
}

/** The same for what any target is; `near` is the resource that speaks of it. */
export function scopeOfTarget(
  target: NamedTarget,
  near: ExpandedResource,
  deployed: DeployedResources,
): GrantScope {
  const own = ownScope(target, near);
  if (own !== undefined) return own;
  const id = target.id ?? `[${target.key}]`;
  const resource = deployed.find(target, near);
  const type = resource?.type ?? target.type;
  const name = resource === undefined ? target.name : shownName(resource.name);
  if (id === '/') return { kind: 'tenant', id, text: 'the whole tenant', type: '' };
  if (type === '') return { kind: 'unknown', id, text: `what ${shownName(id)} names`, type };
  const container = containers[fold(type)];
  if (container !== undefined)
    return { kind: container.kind, id, text: `${container.word} ${name}`, type: '' };
  return { kind: 'resource', id, text: `the ${resourceWord(type, resource?.body)} ${name}`, type };
}

const containers: Readonly<Record<string, { readonly kind: GrantScope['kind']; readonly word: string }>> = {
  'microsoft.resources/resourcegroups': { kind: 'resourceGroup', word: 'the resource group' },
  'microsoft.resources/subscriptions/resourcegroups': { kind: 'resourceGroup', word: 'the resource group' },
  'microsoft.resources/subscriptions': { kind: 'subscription', word: 'the subscription' },
  'microsoft.management/managementgroups': { kind: 'managementGroup', word: 'the management group' },
};

/** The scope of the deployment itself, whose name may only be known when it is made. */
function ownScope({ key }: NamedTarget, { scope }: ExpandedResource): GrantScope | undefined {
  const composed = scopeId(scope);
  const own = composed === '' ? '/' : composed;
  if (key !== keyOf(own) || scope.kind === 'tenant') return undefined;
  const [word, value] = {
    resourceGroup: ['the resource group', scope.resourceGroup] as const,
    subscription: ['the subscription', scope.subscriptionId] as const,
    managementGroup: ['the management group', scope.managementGroup] as const,
  }[scope.kind];
  const name = typeof value === 'string' ? value : 'that is deployed to';
  return { kind: scope.kind, id: textOfValue(own), text: `${word} ${name}`, type: '' };
}
