import { editedText } from '../../kernel/index.ts';
import { parseBicep } from '../syntax/parse-bicep.ts';
import type { SyntaxRange } from '../syntax/syntax-range.ts';
import type { SyntaxTree } from '../syntax/syntax-tree.ts';
import { type BicepEdit, bicepEdit } from './bicep-edit.ts';

/** A text with one part of it marked as `«part»`, without the marks, and the range of the part. */
export function marked(text: string): { readonly text: string; readonly at: SyntaxRange } {
  const start = text.indexOf('«');
  const end = text.indexOf('»') - 1;
  return { text: text.replaceAll(/[«»]/g, ''), at: { start, end } };
}

/** An edit as tests write it: `at` is the marked part. */
export type MarkedEdit = BicepEdit extends infer Edit
  ? Edit extends { readonly at: SyntaxRange }
    ? Omit<Edit, 'at'>
    : never
  : never;

/** The file after edits at its marked part, or why there is none. */
export function edited(markedText: string, edits: readonly MarkedEdit[], path = 'main.bicep'): string {
  const { text, at } = marked(markedText);
  const tree: SyntaxTree = parseBicep(path, text);
  const made = bicepEdit(
    tree,
    edits.map((edit) => ({ ...edit, at }) as BicepEdit),
  );
  return 'problem' in made ? made.problem : editedText(tree.source, made.edits);
}
