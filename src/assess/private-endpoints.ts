import { findKey, fold, isObject, Unknown, type Value, type ValueObject } from '../kernel/index.ts';
import type { PolicySubject } from '../policy/index.ts';
import type { DeploymentResource } from './deployment-resource.ts';

/**
 * The private endpoint connections that the private endpoints of a deployment make on a resource: Azure adds them to the resource as children
 * (articles/private-link/private-endpoint-overview.md). Endpoints with a manual connection wait for approval.
 */
export function privateEndpointConnections(
  primary: DeploymentResource,
  endpoints: readonly DeploymentResource[],
): PolicySubject[] {
  return endpoints.flatMap((endpoint) => connectionsOf(endpoint, primary));
}

function connectionsOf(endpoint: DeploymentResource, primary: DeploymentResource): PolicySubject[] {
  const properties = objectAt(endpoint.subject.body, 'properties');
  const automatic = listAt(properties, 'privateLinkServiceConnections').map((item) => ({
    item,
    status: 'Approved',
  }));
  const manual = listAt(properties, 'manualPrivateLinkServiceConnections').map((item) => ({
    item,
    status: 'Pending',
  }));
  return [...automatic, ...manual]
    .filter(({ item }) => targets(item, primary))
    .map(({ status }) => connection(primary, endpoint, status));
}

function targets(item: ValueObject, primary: DeploymentResource): boolean {
  const id = valueAt(objectAt(item, 'properties'), 'privateLinkServiceId');
  if (id instanceof Unknown)
    return (
      id.expression === primary.key || (id.suffix.includes('/providers/') && primary.key.includes(id.suffix))
    );
  return typeof id === 'string' && fold(id) === primary.key;
}

function connection(
  primary: DeploymentResource,
  endpoint: DeploymentResource,
  status: string,
): PolicySubject {
  const type = `${primary.subject.type}/privateEndpointConnections`;
  const name = `${primary.displayName}/${endpoint.displayName}`;
  const properties: ValueObject = {
    privateEndpoint: { id: endpoint.expanded.id },
    privateLinkServiceConnectionState: { status },
    provisioningState: 'Succeeded',
  };
  return { body: { type, name, properties }, type, name, id: undefined, apiVersion: undefined };
}

function valueAt(object: ValueObject | undefined, name: string): Value | undefined {
  const key = object === undefined ? undefined : findKey(object, name);
  return key === undefined ? undefined : object![key];
}

function objectAt(object: ValueObject | undefined, name: string): ValueObject | undefined {
  const value = valueAt(object, name);
  return value !== undefined && isObject(value) ? value : undefined;
}

function listAt(object: ValueObject | undefined, name: string): ValueObject[] {
  const value = valueAt(object, name);
  return Array.isArray(value) ? value.filter(isObject) : [];
}
