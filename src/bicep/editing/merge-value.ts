import { isObject, type JsonNode, plainValue, type Value } from '../../kernel/index.ts';
import type { BicepEdit } from './bicep-edit.ts';

/**
 * The smallest edits that turn one plain value into another, so that comments and layout of what is alike stay; `undefined` where
 * the whole has to be written anew.
 */
export function mergeValue(node: JsonNode, value: Value): readonly BicepEdit[] | undefined {
  if (node.kind === 'object' && isObject(value)) return mergeObject(node, value);
  if (node.kind === 'array' && Array.isArray(value)) return mergeArray(node, value);
  return isSame(plainValue(node), value) ? [] : undefined;
}

function replaceOr(node: JsonNode, value: Value): readonly BicepEdit[] {
  return mergeValue(node, value) ?? [{ kind: 'replace', at: node, value }];
}

function mergeObject(
  node: Extract<JsonNode, { kind: 'object' }>,
  value: Readonly<Record<string, Value>>,
): readonly BicepEdit[] {
  const removed = node.properties
    .filter(({ name }) => !Object.hasOwn(value, name))
    .map(({ name }): BicepEdit => ({ kind: 'remove', at: node, path: [name] }));
  const set = Object.entries(value).flatMap(([name, part]) => {
    const present = node.properties.findLast((property) => property.name === name);
    return present === undefined
      ? [{ kind: 'set' as const, at: node, path: [name], value: part }]
      : replaceOr(present.value, part);
  });
  return [...removed, ...set];
}

function mergeArray(
  node: Extract<JsonNode, { kind: 'array' }>,
  value: readonly Value[],
): readonly BicepEdit[] | undefined {
  const { items } = node;
  const isLonger = value.length > items.length;
  const isPrefix = items.every((item, at) => at < value.length && isSame(plainValue(item), value[at]!));
  if (isLonger && isPrefix) return [{ kind: 'append', at: node, values: value.slice(items.length) }];
  if (value.length === items.length) return items.flatMap((item, at) => replaceOr(item, value[at]!));
  return isLonger ? undefined : withoutItems(node, value);
}

/** Items are taken out where the others are those that are wanted, in their order. */
function withoutItems(
  node: Extract<JsonNode, { kind: 'array' }>,
  value: readonly Value[],
): readonly BicepEdit[] | undefined {
  const removed: BicepEdit[] = [];
  let at = 0;
  for (const [position, item] of node.items.entries()) {
    if (at < value.length && isSame(plainValue(item), value[at]!)) at++;
    else removed.push({ kind: 'remove', at: node, path: [position] });
  }
  return at === value.length ? removed : undefined;
}

function isSame(a: Value, b: Value): boolean {
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((item, at) => isSame(item, b[at]!));
  if (!isObject(a) || !isObject(b)) return a === b;
  const names = Object.keys(a);
  return (
    names.length === Object.keys(b).length &&
    names.every((name) => Object.hasOwn(b, name) && isSame(a[name]!, b[name]!))
  );
}
