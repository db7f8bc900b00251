import { fold, type Value } from '../../kernel/index.ts';
import type { AliasTable } from '../../policy/index.ts';
import { type PropertyPath, valueAt } from './property-change.ts';

/** Every member of an array. */
export const anyMember = '[*]';

/** The steps that a field of a rule means on a type; `[*]` stands for every member. `undefined` for an alias that the type does not have. */
export function fieldSteps(
  field: string,
  { type, apiVersion }: { readonly type: string; readonly apiVersion: string | undefined },
  aliases: AliasTable,
): PropertyPath | undefined {
  // The name is computed; what an evaluation found says where it leads.
  if (field.startsWith('[')) return undefined;
  if (!field.includes('/')) return tagSteps(field) ?? parseSteps(field);
  const alias = aliases.find(fold(type), fold(field));
  if (alias === undefined) return undefined;
  const versioned = alias.versions?.find(
    (one) => apiVersion !== undefined && one.apiVersions.includes(apiVersion),
  );
  return parseSteps(versioned?.path ?? alias.path);
}

/** A tag may hold dots and brackets. */
function tagSteps(field: string): PropertyPath | undefined {
  const name = /^tags(?:\.(?<plain>.+)|\['(?<quoted>.+)'\]|\[(?<bare>[^*].*)\])$/is.exec(field)?.groups;
  const tag = name?.plain ?? name?.quoted?.replaceAll("''", "'") ?? name?.bare;
  return tag === undefined ? undefined : ['tags', tag];
}

function parseSteps(text: string): PropertyPath {
  return [...text.matchAll(/\[\*\]|\[(\d+)\]|\['((?:[^']|'')*)'\]|[^.[\]]+/g)].map(
    ([step, position, quoted]) =>
      position !== undefined ? Number(position) : (quoted?.replaceAll("''", "'") ?? step),
  );
}

const memberCountMax = 20;

/**
 * The places that steps with `[*]` mean in a resource. A position that `within` has already is taken from there; an array that is missing or
 * empty stands for its first member to be.
 */
export function placesOf(body: Value, steps: PropertyPath, within: PropertyPath = []): PropertyPath[] {
  let places: PropertyPath[] = [[]];
  for (const step of steps) {
    places = places.flatMap((place) => {
      if (step !== anyMember) return [[...place, step]];
      const given = within[place.length];
      if (typeof given === 'number') return [[...place, given]];
      const array = valueAt(body, place);
      const count = Array.isArray(array) ? Math.min(Math.max(array.length, 1), memberCountMax) : 1;
      return Array.from({ length: count }, (_, index) => [...place, index]);
    });
  }
  return places;
}

/** The path of a value that a condition found, complete where an array on the way is not there: the place of its first member. */
export function completed(found: PropertyPath, steps: PropertyPath | undefined): PropertyPath {
  if (steps === undefined || found.length >= steps.length) return found;
  return [...found, ...steps.slice(found.length).map((step) => (step === anyMember ? 0 : step))];
}
