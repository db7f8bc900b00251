import { fold } from '../kernel/index.ts';
import type { PolicyDefinition } from './definition.ts';

/** Types of the Microsoft.Resources provider that policies look at (policy-applicability.md); its other types they do not. */
const resourcesTypes: ReadonlySet<string> = new Set([
  'microsoft.resources/subscriptions',
  'microsoft.resources/subscriptions/resourcegroups',
]);

/**
 * Whether a definition's mode covers a (folded) resource type (definition-structure-basics.md#resource-manager-modes): `Indexed` looks at types
 * that support tags and location, `All` at every type, a resource provider mode at the components of its own resources. A type of which that is not known is covered when `assumed` says so.
 */
export function modeCovers(
  definition: PolicyDefinition,
  type: string,
  isIndexed: boolean | undefined,
  assumed: boolean,
): boolean {
  if (type.startsWith('microsoft.resources/') && !resourcesTypes.has(type)) return false;
  const mode = fold(definition.mode);
  if (mode.startsWith('microsoft.')) return holdsComponents(mode, type);
  if (mode !== 'indexed') return true;
  if (resourcesTypes.has(type)) return false;
  return isIndexed ?? assumed;
}

/** The resources whose components a resource provider mode is about (definition-structure-basics.md#resource-provider-modes). */
const componentOwners: ReadonlyMap<string, readonly string[]> = new Map([
  ['kubernetes', ['microsoft.containerservice/managedclusters', 'microsoft.kubernetes/connectedclusters']],
  ['containerservice', ['microsoft.containerservice/managedclusters']],
  ['keyvault', ['microsoft.keyvault/vaults']],
  ['managedhsm', ['microsoft.keyvault/managedhsms']],
  ['network', ['microsoft.network/virtualnetworks']],
]);

/** Whether a resource of this type has components that the mode `microsoft.<provider>[.v2].data` is about; the components themselves count too. */
function holdsComponents(mode: string, type: string): boolean {
  const provider = mode.split('.')[1] ?? '';
  const owners = componentOwners.get(provider);
  const isOwner =
    owners === undefined
      ? type.startsWith(`microsoft.${provider}/`) && type.split('/').length === 2
      : owners.includes(type);
  return isOwner || type.startsWith(`${mode}/`);
}
