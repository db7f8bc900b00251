import { childNode, plainValue, Unknown, type Value, type ValueObject } from '../kernel/index.ts';
import { azureCloud } from './azure-cloud.ts';
import type { ContextFunction } from './evaluate.ts';
import type { Frame } from './frame.ts';
import { scopeId } from './scope-id.ts';
import type { TargetScope } from './target-scope.ts';
import { joinText } from './text.ts';

/**
 * The functions that describe where the template is deployed
 * (articles/azure-resource-manager/templates/template-functions-scope.md, -deployment.md). Facts that were not given stay unknown.
 */
export const scopeFunctions: readonly ContextFunction<Frame>[] = [
  fact('subscription', (frame) => subscriptionFacts(scopeSeenFrom(frame))),
  fact('resourceGroup', (frame) => resourceGroupFacts(scopeSeenFrom(frame))),
  fact('managementGroup', (frame) => managementGroupObject(scopeSeenFrom(frame))),
  fact('tenant', (frame) => tenantObject(scopeSeenFrom(frame))),
  fact('deployment', deploymentObject),
  fact('environment', () => azureCloud),
  fact('deployer', () => open('deployer()', 'the identity that deploys', {})),
];

function fact(name: string, run: (frame: Frame) => Value): ContextFunction<Frame> {
  return { name, argumentsMin: 0, argumentsMax: 0, evaluate: (_, frame) => run(frame) };
}

/** A nested template with outer scope sees the scope of its parent. */
function scopeSeenFrom(frame: Frame): TargetScope {
  const { outer } = frame.deployment;
  return outer === undefined ? frame.deployment.scope : scopeSeenFrom(outer);
}

/** An object of which some properties are known; asking for another one gives an unknown. */
function open(expression: string, name: string, known: ValueObject): Unknown {
  return new Unknown(expression, { type: 'object', causes: [{ kind: 'scope', name }], known: () => known });
}

/** What `subscription()` answers for a scope. */
export function subscriptionFacts(scope: TargetScope): Value {
  return open('subscription()', 'the subscription', {
    id: joinText('/subscriptions/', scope.subscriptionId),
    subscriptionId: scope.subscriptionId,
    tenantId: scope.tenantId,
    displayName: scope.subscriptionName,
  });
}

/** What `resourceGroup()` answers for a scope; `made` is the resource group where the same template makes it. */
export function resourceGroupFacts(scope: TargetScope, made?: ValueObject): Value {
  return open('resourceGroup()', 'the resource group', {
    id: scopeId({ ...scope, kind: 'resourceGroup' }),
    name: scope.resourceGroup,
    type: 'Microsoft.Resources/resourceGroups',
    location: scope.resourceGroupLocation,
    properties: { provisioningState: 'Succeeded' },
    // A group that a service manages refuses deployments of others, so one that is deployed to has no manager.
    managedBy: null,
    ...(made === undefined ? {} : { location: made.location ?? null, tags: made.tags ?? {} }),
  });
}

function managementGroupObject(scope: TargetScope): Value {
  return open('managementGroup()', 'the management group', {
    id: scopeId({ ...scope, kind: 'managementGroup' }),
    name: scope.managementGroup,
    type: '/providers/Microsoft.Management/managementGroups',
  });
}

function tenantObject(scope: TargetScope): Value {
  return open('tenant()', 'the tenant', { tenantId: scope.tenantId });
}

function deploymentObject(frame: Frame): Value {
  const { scope, sections } = frame.deployment;
  const template: ValueObject = { contentVersion: sections.contentVersion };
  const metadata = childNode(sections.root, 'metadata');
  if (metadata !== undefined) template.metadata = plainValue(metadata);
  return open('deployment()', 'the deployment', {
    name: scope.deploymentName,
    location: scope.location,
    properties: open('deployment().properties', 'the deployment', {
      template: open('deployment().properties.template', 'the template as Azure stores it', template),
      templateLink: open(
        'deployment().properties.templateLink',
        'the address that the template is deployed from',
        {},
      ),
    }),
  });
}
