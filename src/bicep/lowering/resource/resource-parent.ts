import { type Binding, type ResourceSymbol, unwrapped } from '../../binding/index.ts';
import { type ExpressionSyntax, propertyOf } from '../../syntax/index.ts';

/** The resource that another one is in: the one it is declared in, or its `parent` (articles/azure-resource-manager/bicep/child-resource-name-type.md). */
export interface Parent {
  readonly resource: ResourceSymbol;
  /** Which one of a loop. */
  readonly index: ExpressionSyntax | undefined;
}

export function parentOf(resource: ResourceSymbol, binding: Binding): Parent | undefined {
  if (resource.container !== undefined) return { resource: resource.container, index: undefined };
  const value = resource.object === undefined ? undefined : propertyOf(resource.object, 'parent')?.value;
  if (value === undefined) return undefined;
  const target = unwrapped(value);
  const index = target.kind === 'index' ? target.index : undefined;
  const symbol = binding.symbolOf.get(target.kind === 'index' ? unwrapped(target.target) : target);
  return symbol?.kind === 'resource' && !isWithoutEnd(symbol, resource, binding)
    ? { resource: symbol, index }
    : undefined;
}

/** Resources around a resource; types have far fewer segments. */
const ancestorsMax = 64;

/** A resource that is its own parent has been reported; it has none, and neither has one in too many others. */
function isWithoutEnd(start: ResourceSymbol, resource: ResourceSymbol, binding: Binding): boolean {
  const seen = new Set<ResourceSymbol>();
  for (
    let at: ResourceSymbol | undefined = start;
    at !== undefined && !seen.has(at);
    at = rawParent(at, binding)
  ) {
    if (at === resource || seen.size > ancestorsMax) return true;
    seen.add(at);
  }
  return false;
}

function rawParent(resource: ResourceSymbol, binding: Binding): ResourceSymbol | undefined {
  if (resource.container !== undefined) return resource.container;
  const value = resource.object === undefined ? undefined : propertyOf(resource.object, 'parent')?.value;
  if (value === undefined) return undefined;
  const target = unwrapped(value);
  const symbol = binding.symbolOf.get(target.kind === 'index' ? unwrapped(target.target) : target);
  return symbol?.kind === 'resource' ? symbol : undefined;
}
