import { fold, textOfValue, Unknown, type Value } from '../kernel/index.ts';
import type { PolicyContext, PolicySubject } from '../policy/index.ts';
import { type ExpandedResource, resourceGroupFacts, scopeId, subscriptionFacts } from '../template/index.ts';

/** An expanded resource as policies see it. */
export interface DeploymentResource {
  readonly expanded: ExpandedResource;
  readonly subject: PolicySubject;
  readonly context: PolicyContext;
  /** The id or, where the target is unknown, the expression that composes it: the same text for the same resource. */
  readonly key: string;
  /** The same for the scope that it is deployed to. */
  readonly scopeKey: string;
  /** The full name as people read it; unknown parts as expressions. */
  readonly displayName: string;
}

/** What a template calls a resource group, policies call something else. */
const resourceGroupType = 'Microsoft.Resources/subscriptions/resourceGroups';

/** Prepares expanded resources for evaluation; `now` is what utcNow() answers in policies. */
export function deploymentResources(
  expanded: readonly ExpandedResource[],
  now: string | undefined,
): DeploymentResource[] {
  const groups = new Map<string, ExpandedResource>();
  const byKey = new Map<string, ExpandedResource>();
  for (const resource of expanded) {
    byKey.set(keyOf(resource.id), resource);
    if (isResourceGroup(resource) && typeof resource.name === 'string')
      groups.set(fold(resource.name), resource);
  }
  return expanded.map((resource) => {
    const group =
      typeof resource.scope.resourceGroup === 'string'
        ? groups.get(fold(resource.scope.resourceGroup))
        : undefined;
    return {
      expanded: resource,
      subject: subjectOf(resource, byKey),
      context: contextOf(resource, group, now),
      key: keyOf(resource.id),
      scopeKey: keyOf(scopeId(resource.scope)),
      displayName: textOfValue(resource.name),
    };
  });
}

/** The text that identifies a value which may be unknown. */
export function keyOf(value: string | Unknown): string {
  return value instanceof Unknown ? value.expression : fold(value);
}

function isResourceGroup(resource: ExpandedResource): boolean {
  return fold(resource.type) === 'microsoft.resources/resourcegroups';
}

function subjectOf(resource: ExpandedResource, byKey: ReadonlyMap<string, ExpandedResource>): PolicySubject {
  const type = isResourceGroup(resource) ? resourceGroupType : resource.type;
  return {
    body: { ...resource.body, type, id: resource.id },
    type,
    name: resource.name,
    id: resource.id,
    apiVersion: resource.apiVersion,
    parentLocation: parentLocation(resource, byKey),
  };
}

function parentLocation(
  resource: ExpandedResource,
  byKey: ReadonlyMap<string, ExpandedResource>,
): Value | undefined {
  if (resource.body.location !== undefined || resource.type.split('/').length < 3) return undefined;
  for (let parent = resource.instance.parent; parent !== undefined; parent = parent.parent) {
    const location = parent.body().location;
    if (location !== undefined) return location;
  }
  if (typeof resource.id !== 'string') return undefined;
  const segments = resource.id.split('/');
  return byKey.get(fold(segments.slice(0, -2).join('/')))?.body.location;
}

function contextOf(
  resource: ExpandedResource,
  group: ExpandedResource | undefined,
  now: string | undefined,
): PolicyContext {
  return {
    subscription: subscriptionFacts(resource.scope),
    resourceGroup: resourceGroupFacts(resource.scope, group?.body),
    ...(resource.apiVersion === undefined ? {} : { requestApiVersion: resource.apiVersion }),
    ...(now === undefined ? {} : { now }),
  };
}
