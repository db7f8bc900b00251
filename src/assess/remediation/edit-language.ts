import type { ArrayNode, JsonNode, ObjectNode, Source, Span, TextEdit, Value } from '../../kernel/index.ts';
import { bicepEditing } from './bicep-editing.ts';
import { jsonEditing } from './json-editing.ts';

/** How values are found and written in a language that templates are written in. */
export interface EditLanguage {
  /** The ends of file names, in lower case. */
  readonly extensions: readonly string[];
  /** The plain value with exactly this span; `undefined` for an expression, and for what holds one. */
  literalAt(span: Span): JsonNode | undefined;
  /** The edits that put a value in the place of a plain one; `undefined` where that cannot be done. */
  replace(span: Span, value: Value): readonly TextEdit[] | undefined;
  /** The edits that add parts at the end of an object or array and take others out by their positions; `undefined` where that cannot be done. */
  editParts(
    node: ObjectNode | ArrayNode,
    added: readonly (readonly [string | number, Value])[],
    removed: ReadonlySet<number>,
  ): readonly TextEdit[] | undefined;
  /** The lines of a text, counted from 0, on which a secret stands: a value that must not be shown by its name, its place or what it looks like. */
  secretLines(source: Source): ReadonlySet<number>;
}

/** Every language; a new one is a file and a line here. The first is that of files whose ending says nothing. */
const languages: readonly EditLanguage[] = [jsonEditing, bicepEditing];

/** The language that a file is written in, by the end of its name. */
export function editLanguageOf({ path }: Source): EditLanguage {
  const name = path.toLowerCase();
  return (
    languages.find(({ extensions }) => extensions.some((extension) => name.endsWith(extension))) ??
    jsonEditing
  );
}
