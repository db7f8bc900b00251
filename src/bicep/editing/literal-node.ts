import type { JsonNode, PropertyNode, ScalarNode, Source } from '../../kernel/index.ts';
import type { ArraySyntax, ExpressionSyntax } from '../syntax/expression-syntax.ts';
import { keyText, type ObjectSyntax } from '../syntax/object-syntax.ts';

/** What a plain value says, with the places of its parts; `undefined` for what is, or holds, an expression. */
export function literalNode(source: Source, node: ExpressionSyntax): JsonNode | undefined {
  const scalar = (value: ScalarNode['value']): ScalarNode => ({
    kind: 'scalar',
    source,
    start: node.start,
    end: node.end,
    value,
  });
  switch (node.kind) {
    case 'string':
    case 'boolean':
    case 'integer':
      return scalar(node.value);
    case 'null':
      return scalar(null);
    case 'unary':
      return node.operator === '-' && node.operand.kind === 'integer'
        ? scalar(negative(node.operand.value))
        : undefined;
    case 'call': {
      const value = numberOf(node);
      return value === undefined ? undefined : scalar(value);
    }
    case 'object':
      return objectNode(source, node);
    case 'array':
      return arrayNode(source, node);
    default:
      return undefined;
  }
}

/** Below the smallest `number` that is exact the value is a `bigint`. */
function negative(value: number | bigint): number | bigint {
  return typeof value === 'bigint' ? -value : value === 0 ? 0 : -value;
}

/** `json('0.5')`, as a number that is no integer has to be written. */
function numberOf({ name, args }: Extract<ExpressionSyntax, { kind: 'call' }>): number | undefined {
  const [text] = args;
  if (name.name !== 'json' || args.length !== 1 || text?.kind !== 'string') return undefined;
  return /^-?\d+(\.\d+)?([eE][-+]?\d+)?$/.test(text.value) ? Number(text.value) : undefined;
}

function objectNode(source: Source, { members, start, end }: ObjectSyntax): JsonNode | undefined {
  const properties: PropertyNode[] = [];
  for (const member of members) {
    const name = member.kind === 'property' ? keyText(member.key) : undefined;
    if (member.kind !== 'property' || name === undefined || name === '__proto__') return undefined;
    const value = literalNode(source, member.value);
    if (value === undefined) return undefined;
    properties.push({ name, nameStart: member.key.start, nameEnd: member.key.end, value });
  }
  return { kind: 'object', source, start, end, properties };
}

function arrayNode(source: Source, { items, start, end }: ArraySyntax): JsonNode | undefined {
  const nodes: JsonNode[] = [];
  for (const item of items) {
    const node = item.kind === 'spread' ? undefined : literalNode(source, item);
    if (node === undefined) return undefined;
    nodes.push(node);
  }
  return { kind: 'array', source, start, end, items: nodes };
}
