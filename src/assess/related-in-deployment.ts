import { fold, Unknown } from '../kernel/index.ts';
import { matchesName, type RelatedAnswer, type RelatedLookup, type RelatedQuery } from '../policy/index.ts';
import type { DeploymentResource } from './deployment-resource.ts';
import { impliedChild } from './implied-resources.ts';
import { privateEndpointConnections } from './private-endpoints.ts';

/**
 * Finds the related resources of existence effects among the resources of one deployment. What belongs to the resource itself (children, extensions)
 * is taken to be complete; anything else may exist outside the deployment, so its absence decides nothing.
 */
export function relatedInDeployment(
  resources: readonly DeploymentResource[],
): (primary: DeploymentResource) => RelatedLookup {
  const byType = new Map<string, DeploymentResource[]>();
  for (const resource of resources) {
    const type = fold(resource.subject.type);
    const list = byType.get(type);
    if (list === undefined) byType.set(type, [resource]);
    else list.push(resource);
  }
  const endpoints = byType.get('microsoft.network/privateendpoints') ?? [];
  return (primary) => (query) => {
    const answer = lookUp(query, primary, byType.get(query.type) ?? []);
    if (query.relation !== 'child') return answer;
    const connections = query.type.endsWith('/privateendpointconnections')
      ? privateEndpointConnections(primary, endpoints)
      : [];
    const found = [...answer.resources, ...connections];
    if (found.length > 0) return { ...answer, resources: found };
    const name = typeof query.name === 'string' ? query.name : undefined;
    const implied = impliedChild(primary.subject, query.type, name);
    return implied === undefined ? answer : { ...answer, resources: [implied] };
  };
}

function lookUp(
  query: RelatedQuery,
  primary: DeploymentResource,
  candidates: readonly DeploymentResource[],
): RelatedAnswer {
  const resources = candidates
    .filter((candidate) => isRelated(query, primary, candidate) && isNamed(query, candidate))
    .map((one) => one.subject);
  return { resources, complete: query.relation !== 'elsewhere' };
}

function isNamed(query: RelatedQuery, candidate: DeploymentResource): boolean {
  return typeof query.name !== 'string' || matchesName(candidate.subject, query.name) !== 'false';
}

function isRelated(query: RelatedQuery, primary: DeploymentResource, candidate: DeploymentResource): boolean {
  switch (query.relation) {
    case 'child':
      return isChild(primary, candidate);
    case 'extension':
      return isExtension(primary, candidate);
    case 'self':
      return query.name === undefined ? candidate === primary : candidate.scopeKey === primary.scopeKey;
    case 'elsewhere':
      return query.scope === 'subscription' || isInGroup(query, primary, candidate);
    default:
      return query.relation satisfies never;
  }
}

function isInGroup(query: RelatedQuery, primary: DeploymentResource, candidate: DeploymentResource): boolean {
  if (typeof query.resourceGroup !== 'string') return candidate.scopeKey === primary.scopeKey;
  const group = candidate.expanded.scope.resourceGroup;
  return typeof group !== 'string' || fold(group) === fold(query.resourceGroup);
}

function isChild(primary: DeploymentResource, candidate: DeploymentResource): boolean {
  if (candidate.scopeKey !== primary.scopeKey) return false;
  for (let parent = candidate.expanded.instance.parent; parent !== undefined; parent = parent.parent) {
    if (parent === primary.expanded.instance) return true;
  }
  const [outer, inner] = [primary.subject.name, candidate.subject.name];
  if (typeof outer === 'string' && typeof inner === 'string')
    return fold(inner).startsWith(`${fold(outer)}/`);
  return inner instanceof Unknown && outer instanceof Unknown && inner.expression.includes(outer.expression);
}

/** An extension resource's id is composed from the id that it extends. */
function isExtension(primary: DeploymentResource, candidate: DeploymentResource): boolean {
  const { id } = candidate.expanded;
  if (id instanceof Unknown)
    return id.expression.includes(primary.key) || id.suffix.includes(`${suffixOf(primary)}/providers/`);
  return fold(id).startsWith(`${primary.key}/providers/`);
}

function suffixOf(primary: DeploymentResource): string {
  const { id } = primary.expanded;
  return id instanceof Unknown && id.suffix.includes('/providers/') ? id.suffix : '\0';
}
