import type { ResourceSymbol } from '../../binding/index.ts';

/** Whether a resource is one of an extension (Kubernetes, Microsoft Graph): Azure's own have dates for versions. */
export function isExtensible({ type }: ResourceSymbol): boolean {
  return type?.apiVersion !== undefined && !/^\d{4}-\d{2}-\d{2}/.test(type.apiVersion);
}
