/**
 * The version to ask with when a cloud or region does not know the wanted one: the newest that it says to support and that is not newer, else the newest.
 * Azure Resource Manager names them in its refusal (articles/azure-resource-manager/troubleshooting/error-register-resource-provider.md).
 */
export function supportedVersion(
  refusal: { readonly code: string; readonly message: string },
  wanted: string,
): string | undefined {
  if (!versionCodes.has(refusal.code)) return undefined;
  const at = refusal.message.indexOf('supported api-versions');
  if (at === -1) return undefined;
  const named = refusal.message.slice(at).match(/\b\d{4}-\d{2}-\d{2}(-[a-z]{1,20})?\b/g) ?? [];
  const versions = [...named].filter((version) => version !== wanted).sort();
  return versions.findLast((version) => version < wanted) ?? versions.at(-1);
}

const versionCodes: ReadonlySet<string> = new Set([
  'InvalidApiVersionParameter',
  'NoRegisteredProviderFound',
  'InvalidResourceType',
]);
