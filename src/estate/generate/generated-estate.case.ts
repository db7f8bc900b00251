import type { ValueObject } from '../../kernel/index.ts';
import { estateObjectKind } from './estate-object-kind.ts';
import { generateEstate } from './generate-estate.ts';

/** The moment of all estates of the tests. */
export const estateMoment = '2026-03-01T12:00:00.000Z';

/** All objects of a generated estate. */
export function generated(resources: number, seed = 1): ValueObject[] {
  return [...generateEstate({ resources, seed, now: estateMoment })];
}

/** The resources among objects. */
export function resourcesOf(objects: readonly ValueObject[]): ValueObject[] {
  return objects.filter((object) => estateObjectKind(object) === 'resource');
}

/** All texts in a value. */
export function* textsIn(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value;
  else if (typeof value === 'object' && value !== null)
    for (const part of Object.values(value)) yield* textsIn(part);
}
