import { isObject, type Value, type ValueObject } from '../kernel/index.ts';

/**
 * A directory object that comes more than once. AzureHound writes the members of a large group in several entries, of which each has a
 * part; Microsoft Graph answers with fewer properties where an object is only a member of something. Nothing of either is lost; where
 * both say something, the one read last counts.
 */
export function mergedObject(type: string, earlier: Value, later: Value): Value {
  if (!isObject(earlier) || !isObject(later)) return later;
  const merged: ValueObject = { ...earlier, ...later };
  if (!isRelation(type)) return merged;
  for (const [name, part] of Object.entries(later)) {
    const known = earlier[name];
    if (Array.isArray(known) && Array.isArray(part)) merged[name] = [...known, ...part];
  }
  return merged;
}

/** AzureHound's entries about what belongs to an object, a list each. */
function isRelation(type: string): boolean {
  return /^AZ\w*(?:Member|Owner|Assignment|Contributor|Admin)s?$/.test(type);
}
