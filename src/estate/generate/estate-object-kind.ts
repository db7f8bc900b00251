import { fold, type ValueObject } from '../../kernel/index.ts';
import { governanceKindOf } from '../governance-kind.ts';

/** What an object of an estate is first of all; files are named after it. */
export type EstateObjectKind = 'scope' | 'governance' | 'identity' | 'resource';

const scopeTypes: ReadonlySet<string> = new Set([
  'microsoft.management/managementgroups',
  'microsoft.resources/subscriptions',
  'microsoft.resources/resourcegroups',
  'microsoft.resources/subscriptions/resourcegroups',
]);

const accessType = /^microsoft\.authorization\/(role|denyassignments)/;

/** Says what an object is, by its type alone: one without a type is an object of the directory. The object stays as it is. */
export function estateObjectKind({ type }: ValueObject): EstateObjectKind {
  if (typeof type !== 'string') return 'identity';
  const folded = fold(type);
  if (scopeTypes.has(folded)) return 'scope';
  if (governanceKindOf(folded) !== undefined) return 'governance';
  return accessType.test(folded) ? 'identity' : 'resource';
}
