import { type JsonNode, parseJson, type Source, type Span } from '../../kernel/index.ts';
import { isExpression } from '../../template/index.ts';
import type { EditLanguage } from './edit-language.ts';
import { editParts, replaceNode } from './json-edit.ts';
import { secretLines } from './secret-lines.ts';

/** Values in JSON templates and parameter files. */
export const jsonEditing: EditLanguage = {
  extensions: ['.json', '.jsonc'],
  literalAt,
  replace: (span, value) => [replaceNode(span, value)],
  editParts: (node, added, removed) => editParts(node, added, removed),
  secretLines: ({ text }) => secretLines(text),
};

function literalAt({ source, start, end }: Span): JsonNode | undefined {
  let node = rootOf(source);
  while (node !== undefined) {
    if (node.start === start && node.end === end)
      return holdsExpression(node) ? undefined : { ...node, source };
    node = partsOf(node).find((part) => part.start <= start && part.end >= end);
  }
  return undefined;
}

const roots = new WeakMap<Source, { readonly root: JsonNode | undefined }>();

/** Each text is parsed once, however many of its values are looked at. */
function rootOf(source: Source): JsonNode | undefined {
  const known = roots.get(source) ?? { root: parseJson(source.path, source.text).root };
  roots.set(source, known);
  return known.root;
}

function partsOf(node: JsonNode): readonly JsonNode[] {
  if (node.kind === 'object') return node.properties.map(({ value }) => value);
  return node.kind === 'array' ? node.items : [];
}

function holdsExpression(node: JsonNode): boolean {
  if (node.kind === 'scalar') return typeof node.value === 'string' && isExpression(node.value);
  return partsOf(node).some(holdsExpression);
}
