import { fold, Unknown, type UnknownCause, type Value } from '../kernel/index.ts';

/** The four kinds of scope a template deploys to. */
export type ScopeKind = 'resourceGroup' | 'subscription' | 'managementGroup' | 'tenant';

/** What is known about where a template will be deployed. What is absent is unknown, not defaulted. */
export interface TargetFacts {
  readonly tenantId?: string | undefined;
  readonly managementGroup?: string | undefined;
  readonly subscriptionId?: string | undefined;
  readonly subscriptionName?: string | undefined;
  readonly resourceGroup?: string | undefined;
  /** The location of the resource group. */
  readonly resourceGroupLocation?: string | undefined;
  /** The location of the deployment, for scopes above the resource group. */
  readonly location?: string | undefined;
  readonly deploymentName?: string | undefined;
}

/** The scope that a deployment targets; its parts may be unknown. */
export interface TargetScope {
  readonly kind: ScopeKind;
  readonly tenantId: Value;
  readonly managementGroup: Value;
  readonly subscriptionId: Value;
  readonly subscriptionName: Value;
  readonly resourceGroup: Value;
  readonly resourceGroupLocation: Value;
  readonly location: Value;
  readonly deploymentName: Value;
}

/** The scope kind of a template by its `$schema` (articles/azure-resource-manager/templates/syntax.md#template-format). */
export function scopeKindOfSchema(schema: string): ScopeKind | undefined {
  const match = /\/(\w*)deploymenttemplate\.json#?$/.exec(fold(schema));
  switch (match?.[1]) {
    case '':
      return 'resourceGroup';
    case 'subscription':
      return 'subscription';
    case 'managementgroup':
      return 'managementGroup';
    case 'tenant':
      return 'tenant';
    default:
      return undefined;
  }
}

/** Builds the scope of a top-level deployment from what the caller knows. */
export function targetScope(kind: ScopeKind, facts: TargetFacts): TargetScope {
  return {
    kind,
    tenantId: facts.tenantId ?? unknownFact('tenant().tenantId', 'the tenant id'),
    managementGroup: facts.managementGroup ?? unknownFact('managementGroup().name', 'the management group'),
    subscriptionId:
      facts.subscriptionId ?? unknownFact('subscription().subscriptionId', 'the subscription id'),
    subscriptionName:
      facts.subscriptionName ?? unknownFact('subscription().displayName', 'the name of the subscription'),
    resourceGroup: facts.resourceGroup ?? unknownFact('resourceGroup().name', 'the resource group'),
    resourceGroupLocation:
      facts.resourceGroupLocation ??
      unknownFact('resourceGroup().location', 'the location of the resource group'),
    location: facts.location ?? unknownFact('deployment().location', 'the location of the deployment'),
    deploymentName: facts.deploymentName ?? unknownFact('deployment().name', 'the name of the deployment'),
  };
}

function unknownFact(expression: string, name: string): Unknown {
  const cause: UnknownCause = { kind: 'scope', name };
  return new Unknown(expression, { type: 'string', causes: [cause] });
}
