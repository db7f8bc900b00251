import { childNode, type Span, spanOf } from '../kernel/index.ts';
import type { Deployment } from './deployment.ts';
import type { ResourceInstance } from './resource-instance.ts';

/**
 * Whether something stands in what its reader has written, and not in a module of a registry or a template spec
 * (articles/azure-resource-manager/bicep/modules.md): those have their reference for a path, and compiled text that nobody reads.
 */
export function isOwnCode({ source }: Pick<Span, 'source'>): boolean {
  return !/^(br|ts):/.test(source.path);
}

/** Where the reader's own code takes in the template that makes a resource; `undefined` where all of it is from elsewhere. */
export function placeOfUse(instance: ResourceInstance): Span | undefined {
  return placeOfModule(instance.deployment);
}

/** The same for a template that is being deployed. */
export function placeOfModule(deployment: Deployment): Span | undefined {
  for (let user = deployment.madeBy; user !== undefined; user = user.deployment.madeBy)
    if (isOwnCode(user.node)) return spanOf(childNode(user.node, 'type') ?? user.node);
  return undefined;
}
