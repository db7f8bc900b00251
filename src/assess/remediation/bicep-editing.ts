import {
  type BicepEdit,
  bicepEdit,
  bicepTexts,
  literalAt,
  parseBicep,
  type SyntaxTree,
} from '../../bicep/index.ts';
import { isSecretAt, type Source, type TextEdit } from '../../kernel/index.ts';
import type { EditLanguage } from './edit-language.ts';

/** Values in .bicep and .bicepparam files. */
export const bicepEditing: EditLanguage = {
  extensions: ['.bicep', '.bicepparam'],
  literalAt: (span) => {
    const node = literalAt(treeOf(span.source), span);
    return node === undefined ? undefined : { ...node, source: span.source };
  },
  replace: (span, value) => made(span.source, [{ kind: 'replace', at: span, value }]),
  editParts: (node, added, removed) => {
    const names = (position: number) => (node.kind === 'object' ? node.properties[position]?.name : position);
    const removals = [...removed].flatMap((position): BicepEdit[] => {
      const name = names(position);
      return name === undefined ? [] : [{ kind: 'remove', at: node, path: [name] }];
    });
    const additions: BicepEdit[] =
      node.kind === 'array'
        ? [{ kind: 'append', at: node, values: added.map(([, value]) => value) }]
        : added.map(([name, value]) => ({ kind: 'set', at: node, path: [String(name)], value }));
    return made(node.source, [...removals, ...additions]);
  },
  secretLines,
};

function made(source: Source, edits: readonly BicepEdit[]): readonly TextEdit[] | undefined {
  const edited = bicepEdit(treeOf(source), edits);
  return 'problem' in edited ? undefined : edited.edits.map((edit) => ({ ...edit, source }));
}

const trees = new WeakMap<Source, SyntaxTree>();

/** Each text is parsed once, however many of its values are looked at. */
function treeOf(source: Source): SyntaxTree {
  const tree = trees.get(source) ?? parseBicep(source.path, source.text);
  trees.set(source, tree);
  return tree;
}

function secretLines(source: Source): ReadonlySet<number> {
  const lines = new Set<number>();
  for (const { text, path, isSecure, start, end } of bicepTexts(treeOf(source))) {
    if (text === '' || !(isSecure || isSecretAt(path, text))) continue;
    for (let line = source.positionAt(start).line; line <= source.positionAt(end).line; line++)
      lines.add(line - 1);
  }
  return lines;
}
