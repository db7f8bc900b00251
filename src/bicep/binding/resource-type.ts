/** A resource type as a declaration states it. */
export interface ResourceType {
  /** `Provider/type/child`, as written. */
  readonly type: string;
  readonly apiVersion: string | undefined;
}

const longest = 512;

/**
 * Reads `Provider/type/child@version` (articles/azure-resource-manager/bicep/resource-declaration.md). A resource that is declared in
 * the body of another names only its last segment, and has its container's version where it states none.
 */
export function readResourceType(
  text: string,
  container: ResourceType | undefined,
): ResourceType | undefined {
  if (text.length > longest) return undefined;
  const at = text.indexOf('@');
  const path = at === -1 ? text : text.slice(0, at);
  const apiVersion = at === -1 ? undefined : text.slice(at + 1);
  if (path === '' || apiVersion === '' || path.split('/').some((segment) => segment === '')) return undefined;
  if (container === undefined) return { type: path, apiVersion };
  return { type: `${container.type}/${path}`, apiVersion: apiVersion ?? container.apiVersion };
}
