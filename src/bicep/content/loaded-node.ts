import type { JsonNode, PropertyNode } from '../../kernel/index.ts';
import { type ArmExpression, call, escapeText, literal, printArm } from '../lowering/arm/arm-expression.ts';

/**
 * What was read from a file as a part of a template. Its places are those in the file that was read: that is where a value is written
 * and where it has to be changed. Strings that look like expressions are escaped, numbers with fractions are written as expressions,
 * as the compiler does. Of properties with one name the last counts.
 */
export function templateNode(node: JsonNode): JsonNode {
  if (node.kind === 'array') return { ...placeOf(node), kind: 'array', items: node.items.map(templateNode) };
  if (node.kind === 'scalar') return { ...node, value: scalarValue(node.value) };
  const properties = uniqueProperties(node.properties).map((property) => ({
    ...property,
    name: propertyName(property),
    value: templateNode(property.value),
  }));
  return { ...placeOf(node), kind: 'object', properties };
}

/** The same value as an expression. */
export function nodeExpression(node: JsonNode): ArmExpression {
  if (node.kind === 'array') return call('createArray', ...node.items.map(nodeExpression));
  if (node.kind === 'object')
    return call(
      'createObject',
      ...uniqueProperties(node.properties).flatMap(({ name, value }) => [
        literal(name),
        nodeExpression(value),
      ]),
    );
  const { value } = node;
  if (typeof value === 'string') return literal(value);
  if (value === null) return call('null');
  if (typeof value === 'boolean') return call(value ? 'true' : 'false');
  return isShortInteger(value) ? literal(value) : call('json', String(value));
}

function placeOf({ source, start, end }: JsonNode) {
  return { source, start, end };
}

function uniqueProperties(properties: readonly PropertyNode[]): PropertyNode[] {
  return [...new Map(properties.map((property) => [property.name, property])).values()];
}

/** A property called `copy` would be taken for a loop. */
function propertyName({ name }: PropertyNode): string {
  return name.toLowerCase() === 'copy' ? `[string('${name}')]` : escapeText(name);
}

function scalarValue(value: null | boolean | number | bigint | string): typeof value {
  if (typeof value === 'string') return escapeText(value);
  if (typeof value === 'number' && !Number.isInteger(value))
    return `[${printArm(call('json', String(value)))}]`;
  return value;
}

function isShortInteger(value: number | bigint): value is number {
  return typeof value === 'number' && Number.isInteger(value) && Math.abs(value) <= 2_147_483_647;
}
