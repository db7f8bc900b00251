import { fold } from '../kernel/index.ts';
import type { PolicyDefinition } from './definition.ts';

/** Types of the Microsoft.Resources provider that policies look at (policy-applicability.md); its other types they do not. */
const resourcesTypes: ReadonlySet<string> = new Set([
  'microsoft.resources/subscriptions',
  'microsoft.resources/subscriptions/resourcegroups',
]);

/**
 * Whether a definition's mode covers a (folded) resource type (definition-structure-basics.md#resource-manager-modes): `Indexed` looks at types
 * that support tags and location, `All` at every type. A type of which that is not known is covered when `assumed` says so.
 */
export function modeCovers(
  definition: PolicyDefinition,
  type: string,
  isIndexed: boolean | undefined,
  assumed: boolean,
): boolean {
  if (type.startsWith('microsoft.resources/') && !resourcesTypes.has(type)) return false;
  if (fold(definition.mode) !== 'indexed') return true;
  if (resourcesTypes.has(type)) return false;
  return isIndexed ?? assumed;
}
