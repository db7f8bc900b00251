import {
  type ArrayNode,
  editList,
  indentOf,
  indentUnitOf,
  type JsonNode,
  type ListChange,
  lineEndOf,
  type ObjectNode,
  type PrintElement,
  type Source,
  type TextEdit,
  type Value,
} from '../../kernel/index.ts';

/** The edit that puts a value in the place of a node. */
export function replaceNode(
  { source, start, end }: Pick<JsonNode, 'source' | 'start' | 'end'>,
  value: Value,
): TextEdit {
  return { source, start, end, text: jsonText(value, source, indentOf(source.text, start)) };
}

/** The edits that add properties at the end of an object, or items at that of an array, laid out as their neighbours are, and take others out by their positions. */
export function editParts(
  node: ObjectNode | ArrayNode,
  added: readonly (readonly [string | number, Value])[],
  removed: ReadonlySet<number> = new Set(),
): TextEdit[] {
  const { source, start, end } = node;
  const elements =
    node.kind === 'array'
      ? node.items
      : node.properties.map(({ nameStart, value }) => ({ start: nameStart, end: value.end }));
  const change: ListChange = { removed, added: added.map((part) => printer(node, part)) };
  return editList({ source, start, end, elements, separators: 'commas' }, change);
}

function printer(
  { kind, source }: ObjectNode | ArrayNode,
  [name, value]: readonly [string | number, Value],
): PrintElement {
  return (indent) => {
    const text = jsonText(value, source, indent);
    return kind === 'array' ? text : `${JSON.stringify(String(name))}: ${text}`;
  };
}

/** A value as JSON, in one line without `indent`; a text that would be read as an expression is escaped (azure-resource-manager/templates/template-expressions.md). */
function jsonText(value: Value, { text }: Source, indent: string | undefined): string {
  const literal = (_: string, part: unknown) => {
    if (typeof part === 'bigint') return Number(part);
    return typeof part === 'string' && part.startsWith('[') && part.endsWith(']') ? `[${part}` : part;
  };
  const printed = JSON.stringify(value, literal, indentUnitOf(text));
  // No text in JSON holds a line break that is not escaped.
  return indent === undefined
    ? printed.replaceAll(/\n[ \t]*/g, ' ')
    : printed.replaceAll('\n', `${lineEndOf(text)}${indent}`);
}
