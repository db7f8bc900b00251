import type { ObjectNode } from '../../../kernel/index.ts';
import type { SyntaxRange } from '../../syntax/index.ts';
import type { Entry, NodeBuilder } from '../arm/node-builder.ts';
import { mergeEntry } from './merge-entry.ts';

/** Where an imported type comes from. */
export interface ImportOrigin {
  /** What the type is called here. */
  readonly name: string;
  /** The file that declares it, as a path from the file that is compiled, or the reference to a registry. */
  readonly source: string;
  /** What it is called there. */
  readonly originalName: string;
}

/** A schema that says where it comes from, and what it is called there where that is another name. */
export function importedFrom(
  entries: readonly Entry[],
  { name, source, originalName }: ImportOrigin,
  place: SyntaxRange,
  nodes: NodeBuilder,
): Entry[] {
  const from: ObjectNode = nodes.object(place, [
    { name: 'sourceTemplate', value: nodes.text(place, source) },
    name.endsWith(originalName)
      ? undefined
      : { name: 'originalIdentifier', value: nodes.text(place, originalName) },
  ]);
  const metadata = nodes.object(place, [{ name: '__bicep_imported_from!', value: from }]);
  return mergeEntry(entries, { name: 'metadata', place, value: metadata });
}
