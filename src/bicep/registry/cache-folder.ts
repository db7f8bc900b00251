import type { ResolvedReference } from './resolve-reference.ts';

/**
 * The folder of an artifact within the Bicep cache, with `/`: its template is `main.json` there, once `bicep restore` has run
 * (articles/azure-resource-manager/bicep/bicep-cli.md). Colons and slashes have other
 * marks there, and a tag says which of its letters are upper case, for file systems that do not.
 */
export function cacheFolderOf(resolved: ResolvedReference): string {
  if ('subscription' in resolved) {
    const { subscription, resourceGroup, name, version } = resolved;
    return `ts/${subscription}/${resourceGroup}/${name}/${version}`.toLowerCase();
  }
  const { registry, repository, tag, digest } = resolved;
  const last = tag === undefined ? (digest ?? '').replace(':', '#') : `${tag}$${upperCaseMask(tag)}`;
  return `br/${registry.toLowerCase().replaceAll(':', '$')}/${repository.replaceAll('/', '$')}/${last}`;
}

/** A bit for each upper-case letter, the first letter being the lowest, in hexadecimal digits; empty when there is none. */
function upperCaseMask(tag: string): string {
  let mask = 0n;
  for (const [index, character] of [...tag].entries()) {
    if (character >= 'A' && character <= 'Z') mask |= 1n << BigInt(index);
  }
  return mask === 0n ? '' : mask.toString(16);
}
