import { isObject, type Value, type ValueObject } from '../kernel/index.ts';

/**
 * A directory object that comes more than once. AzureHound writes the members of a large group in several entries, of which each has a
 * part, and so have the pages of a delta query of Microsoft Graph (`members@delta`); it answers with fewer properties where an object is
 * only a member of something. Nothing of either is lost; where both say something, the one read last counts.
 */
export function mergedObject(type: string, earlier: Value, later: Value): Value {
  if (!isObject(earlier) || !isObject(later)) return later;
  const merged: ValueObject = { ...earlier, ...later };
  for (const [name, part] of Object.entries(later)) {
    if (!isRelation(type) && !name.endsWith('@delta')) continue;
    const known = earlier[name];
    if (Array.isArray(known) && Array.isArray(part)) merged[name] = [...known, ...part];
  }
  return merged;
}

/** AzureHound's entries about what belongs to an object, a list each. */
function isRelation(type: string): boolean {
  return /^AZ\w*(?:Member|Owner|Assignment|Contributor|Admin)s?$/.test(type);
}
