import { fold } from '../../kernel/index.ts';
import type { PropertyPath } from './property-change.ts';

/** Properties of a resource that decide where it is, and which one it is. */
const ofResources: ReadonlySet<string> = new Set([
  'name',
  'type',
  'location',
  'extendedlocation',
  'zones',
  'kind',
  'plan',
  'sku',
]);

/** Properties anywhere that decide what is paid, or whose software runs. */
const anywhere: ReadonlySet<string> = new Set([
  'capacity',
  'hardwareprofile',
  'imagereference',
  'offer',
  'pricingtier',
  'publisher',
  'sku',
  'subplan',
  'tier',
  'vmsize',
]);

/**
 * What a change decides that no policy can decide for people: a list of allowed values says which there are, not which is meant.
 * Half a sentence; `undefined` for a change of a setting.
 */
export function personalChoice(path: PropertyPath): string | undefined {
  const keys = path.filter((key) => typeof key === 'string').map(fold);
  const [first] = keys;
  const decides = (first !== undefined && ofResources.has(first)) || keys.some((key) => anywhere.has(key));
  return decides ? `\`${path.join('.')}\` decides what is deployed, where or at what price` : undefined;
}
