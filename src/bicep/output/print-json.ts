import { isObject, type JsonNode, type Value } from '../../kernel/index.ts';

type Printed = JsonNode | { readonly kind: 'value'; readonly value: Value };

/**
 * A template as JSON text: two spaces a level, properties in their order, integers beyond 2^53 with all their digits. Without a line break at
 * the end, as the compiler writes files.
 */
export function printJson(node: JsonNode): string {
  return printed(node);
}

/** A value as JSON text, see {@link printJson}. */
export function printValue(value: Value): string {
  return printed({ kind: 'value', value });
}

function printed(root: Printed): string {
  const parts: string[] = [];
  print(root, '\n', parts);
  return parts.join('');
}

function print(node: Printed, line: string, parts: string[]): void {
  const entries = propertiesOf(node);
  if (entries !== undefined) {
    printList('{', entries, '}', line, parts, ([name, value], inner) => {
      parts.push(JSON.stringify(name), ': ');
      print(value, inner, parts);
    });
    return;
  }
  const items = itemsOf(node);
  if (items !== undefined)
    printList('[', items, ']', line, parts, (item, inner) => print(item, inner, parts));
  else if (node.kind === 'scalar' || node.kind === 'value')
    parts.push(typeof node.value === 'bigint' ? String(node.value) : JSON.stringify(node.value));
}

function printList<Item>(
  open: string,
  items: readonly Item[],
  close: string,
  line: string,
  parts: string[],
  one: (item: Item, inner: string) => void,
): void {
  const inner = `${line}  `;
  parts.push(open);
  for (const [index, item] of items.entries()) {
    parts.push(index === 0 ? inner : `,${inner}`);
    one(item, inner);
  }
  parts.push(items.length > 0 ? line : '', close);
}

function propertiesOf(node: Printed): readonly (readonly [string, Printed])[] | undefined {
  if (node.kind === 'object') return node.properties.map(({ name, value }) => [name, value]);
  if (node.kind !== 'value' || node.value === null || !isObject(node.value)) return undefined;
  return Object.entries(node.value).map(([name, value]) => [name, { kind: 'value', value }]);
}

function itemsOf(node: Printed): readonly Printed[] | undefined {
  if (node.kind === 'array') return node.items;
  if (node.kind !== 'value' || !Array.isArray(node.value)) return undefined;
  return node.value.map((value) => ({ kind: 'value', value }));
}
