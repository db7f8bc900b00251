import { editedText, type Source, type TextEdit } from '../../kernel/index.ts';

/** The texts of the files that edits are about, by path, with the edits made. A file may have been read more than once, as the same text. */
export function applyEdits(edits: readonly TextEdit[]): ReadonlyMap<string, string> {
  const sources = new Map<string, Source>();
  for (const { source } of edits) if (!sources.has(source.path)) sources.set(source.path, source);
  const texts = new Map<string, string>();
  for (const [path, source] of sources) {
    const own = edits.filter((edit) => edit.source.path === path).map((edit) => ({ ...edit, source }));
    texts.set(path, editedText(source, own));
  }
  return texts;
}
