import type { JsonNode, ObjectNode } from '../../../kernel/index.ts';
import type { Entry } from '../arm/node-builder.ts';

/** Adds a property to a schema: in the place of one of the same name, objects being joined, and otherwise at the end. */
export function mergeEntry(entries: readonly Entry[], entry: Entry): Entry[] {
  const index = entries.findIndex((one) => one.name === entry.name);
  const known = entries[index];
  if (known === undefined) return [...entries, entry];
  return entries.with(index, { ...entry, value: joined(known.value, entry.value) });
}

function joined(known: JsonNode, added: JsonNode): JsonNode {
  if (known.kind !== 'object' || added.kind !== 'object') return added;
  let entries: Entry[] = entriesOf(known);
  for (const entry of entriesOf(added)) entries = mergeEntry(entries, entry);
  return {
    ...known,
    properties: entries.map(({ name, place, value }) => {
      const at = place ?? value;
      return { name, nameStart: at.start, nameEnd: at.end, value };
    }),
  };
}

/** The properties of a schema. */
export function entriesOf({ properties }: ObjectNode): Entry[] {
  return properties.map(({ name, nameStart, nameEnd, value }) => ({
    name,
    place: { start: nameStart, end: nameEnd },
    value,
  }));
}
