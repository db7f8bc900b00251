import type { JsonNode } from '../../../kernel/index.ts';
import { printKey } from '../../editing/print-key.ts';
import { printText } from '../../editing/print-text.ts';
import type { SyntaxRange } from '../../syntax/index.ts';
import type { NodeBuilder } from '../arm/node-builder.ts';

/** A value that a type states; an object as it is declared, a map. */
export type LiteralValue =
  | null
  | boolean
  | number
  | bigint
  | string
  | readonly LiteralValue[]
  | ReadonlyMap<string, LiteralValue>;

/** The type that has a value; `undefined` for null. */
export function typeNameOf(value: LiteralValue): string | undefined {
  if (value === null) return undefined;
  if (typeof value === 'string') return 'string';
  if (typeof value === 'boolean') return 'bool';
  if (typeof value === 'object') return isMap(value) ? 'object' : 'array';
  return 'int';
}

/** Values in the order of their Bicep text by character code, each once: a union has no order of its own. */
export function inOrder(values: readonly LiteralValue[]): LiteralValue[] {
  const byText = new Map(values.map((value) => [printLiteral(value), value]));
  return [...byText].sort(([a], [b]) => compare(a, b)).map(([, value]) => value);
}

/** A value as a part of a template; the properties of objects are in order too. */
export function literalNode(value: LiteralValue, place: SyntaxRange, nodes: NodeBuilder): JsonNode {
  if (typeof value === 'string') return nodes.text(place, value);
  if (value === null || typeof value !== 'object') return nodes.scalar(place, value);
  if (isMap(value)) {
    const sorted = [...value].sort(([a], [b]) => compare(a, b));
    return nodes.object(
      place,
      sorted.map(([name, one]) => ({ name, value: literalNode(one, place, nodes) })),
    );
  }
  return nodes.array(
    place,
    value.map((one) => literalNode(one, place, nodes)),
  );
}

function printLiteral(value: LiteralValue): string {
  if (typeof value === 'string') return printText(value, undefined);
  if (value === null || typeof value !== 'object') return String(value);
  if (!isMap(value)) return value.length === 0 ? '<empty array>' : `[${value.map(printLiteral).join(', ')}]`;
  return `{ ${[...value].map(([name, one]) => `${printKey(name)}: ${printLiteral(one)}`).join(', ')} }`;
}

function isMap(value: object): value is ReadonlyMap<string, LiteralValue> {
  return value instanceof Map;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
