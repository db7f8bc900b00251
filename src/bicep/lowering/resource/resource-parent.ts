import type { Binding, ResourceSymbol } from '../../binding/index.ts';
import { propertyOf } from '../../syntax/index.ts';
import { type ResourceTarget, resourceTarget } from './resource-target.ts';

/** The resource that another one is in: the one it is declared in, or its `parent` (articles/azure-resource-manager/bicep/child-resource-name-type.md). */
export type Parent = ResourceTarget;

export function parentOf(resource: ResourceSymbol, binding: Binding): Parent | undefined {
  const parent = statedParent(resource, binding);
  return parent === undefined || isWithoutEnd(parent.resource, resource, binding) ? undefined : parent;
}

/** Resources around a resource; types have far fewer segments. */
const ancestorsMax = 64;

/** A resource that is its own parent has been reported; it has none, and neither has one in too many others. */
function isWithoutEnd(start: ResourceSymbol, resource: ResourceSymbol, binding: Binding): boolean {
  const seen = new Set<ResourceSymbol>();
  let at: ResourceSymbol | undefined = start;
  while (at !== undefined && !seen.has(at)) {
    if (at === resource || seen.size > ancestorsMax) return true;
    seen.add(at);
    at = statedParent(at, binding)?.resource;
  }
  return false;
}

function statedParent(resource: ResourceSymbol, binding: Binding): Parent | undefined {
  if (resource.container !== undefined) return { resource: resource.container, index: undefined };
  const value = resource.object === undefined ? undefined : propertyOf(resource.object, 'parent')?.value;
  return value === undefined ? undefined : resourceTarget(value, binding);
}
