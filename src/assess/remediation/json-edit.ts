import type { ArrayNode, JsonNode, ObjectNode, Value } from '../../kernel/index.ts';
import type { TextEdit } from './text-edit.ts';

/** The edit that puts a value in the place of a node. */
export function replaceNode(
  { source, start, end }: Pick<JsonNode, 'source' | 'start' | 'end'>,
  value: Value,
): TextEdit {
  return { source, start, end, text: jsonText(value, indentOf(source.text, start), unitOf(source.text)) };
}

/** The edit that adds properties at the end of an object, laid out as their neighbours are. */
export function addProperties(node: ObjectNode, properties: ReadonlyMap<string, Value>): TextEdit {
  const last = node.properties.at(-1);
  const at = last === undefined ? undefined : { start: last.nameStart, end: last.value.end };
  const print = ([name, value]: readonly [string, Value], indent: string, unit: string) =>
    `${JSON.stringify(name)}: ${jsonText(value, indent, unit)}`;
  return addTo(node, at, [...properties], print);
}

/** The edit that adds items at the end of an array. */
export function addItems(node: ArrayNode, values: readonly Value[]): TextEdit {
  return addTo(node, node.items.at(-1), values, jsonText);
}

function addTo<Part>(
  node: ObjectNode | ArrayNode,
  last: Range | undefined,
  parts: readonly Part[],
  print: (part: Part, indent: string, unit: string) => string,
): TextEdit {
  const { source } = node;
  const unit = unitOf(source.text);
  if (last === undefined) {
    const outer = indentOf(source.text, node.start);
    const inner = outer + unit;
    const text = parts.map((part) => `\n${inner}${print(part, inner, unit)}`).join(',');
    return { source, start: node.start + 1, end: node.end - 1, text: `${text}\n${outer}` };
  }
  const isOwnLine = source.text.slice(node.start, last.start).includes('\n');
  const indent = indentOf(source.text, last.start);
  // A trailing comma is tolerated by Azure Resource Manager; behind it another one would not be.
  const comma = /^\s*,/.exec(source.text.slice(last.end, node.end));
  const start = last.end + (comma?.[0].length ?? 0);
  const gap = isOwnLine ? `\n${indent}` : ' ';
  const text = parts.map((part) => gap + print(part, indent, unit)).join(',');
  return { source, start, end: start, text: comma === null ? `,${text}` : text };
}

interface Range {
  readonly start: number;
  readonly end: number;
}

/** The edits that take properties out of an object, or items out of an array, with their commas and lines. */
export function removeParts(node: ObjectNode | ArrayNode, positions: ReadonlySet<number>): TextEdit[] {
  const { source } = node;
  const ranges: readonly Range[] =
    node.kind === 'array'
      ? node.items
      : node.properties.map(({ nameStart, value }) => ({ start: nameStart, end: value.end }));
  const lastKept = ranges.findLastIndex((_, position) => !positions.has(position));
  if (lastKept === -1) return [{ source, start: node.start + 1, end: node.end - 1, text: '' }];
  const edits = [...positions]
    .filter((position) => position < lastKept)
    .map((position) => ({
      source,
      start: ranges[position]!.start,
      end: ranges[position + 1]!.start,
      text: '',
    }));
  const end = ranges.at(-1)!.end;
  return lastKept === ranges.length - 1
    ? edits
    : [...edits, { source, start: ranges[lastKept]!.end, end, text: '' }];
}

/** The white space that a line begins with. */
function indentOf(text: string, offset: number): string {
  const line = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
  return /^[ \t]*/.exec(line)?.[0] ?? '';
}

/** One step of indentation in a text. */
function unitOf(text: string): string {
  return /\n(\t| {2,8})\S/.exec(text)?.[1] ?? '  ';
}

/** A value as JSON; a text that would be read as an expression is escaped (azure-resource-manager/templates/template-expressions.md). */
function jsonText(value: Value, indent: string, unit: string): string {
  const literal = (_: string, part: unknown) => {
    if (typeof part === 'bigint') return Number(part);
    return typeof part === 'string' && part.startsWith('[') && part.endsWith(']') ? `[${part}` : part;
  };
  return JSON.stringify(value, literal, unit).replaceAll('\n', `\n${indent}`);
}
