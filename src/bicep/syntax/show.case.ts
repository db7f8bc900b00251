import { placeOf } from '../../kernel/index.ts';
import { parseBicep } from './parse-bicep.ts';
import { childrenOf, type SyntaxNode } from './syntax-node.ts';
import type { SyntaxTree } from './syntax-tree.ts';

const hidden: ReadonlySet<string> = new Set([
  'kind',
  'start',
  'end',
  'source',
  'tokens',
  'pragmas',
  'diagnostics',
]);

/** A tree as text, places left out: `(binary + a 1)`. Names and references are bare, strings in double quotes. */
export function show(node: SyntaxNode): string {
  switch (node.kind) {
    case 'name':
    case 'reference':
    case 'typeName':
      return node.name === '' ? '?' : node.name;
    case 'string':
      return `${node.isMultiline ? 'm' : ''}${JSON.stringify(node.value)}`;
    case 'integer':
    case 'boolean':
      return String(node.value);
    case 'null':
      return 'null';
    case 'unreadable':
      return '?';
    default:
      return `(${[node.kind, ...partsOf(node)].join(' ')})`;
  }
}

function partsOf(node: SyntaxNode): readonly string[] {
  return Object.entries(node).flatMap(([key, value]: [string, unknown]) => {
    if (hidden.has(key) || value === undefined || value === false) return [];
    if (value === true) return [key];
    if (Array.isArray(value)) return value.length === 0 ? [] : [`[${value.map(showValue).join(' ')}]`];
    return [showValue(value)];
  });
}

function showValue(value: unknown): string {
  return isNode(value) ? show(value) : typeof value === 'string' ? value : JSON.stringify(value);
}

function isNode(value: unknown): value is SyntaxNode {
  return typeof value === 'object' && value !== null && 'kind' in value;
}

/** The declarations of a file, shown. */
export function showFile(tree: SyntaxTree): readonly string[] {
  return tree.declarations.map(show);
}

/** What is wrong with a file: `line:column code BCPcode text under the span`. */
export function problemsOf(tree: SyntaxTree): readonly string[] {
  return tree.diagnostics.map(({ code, message, span }) => {
    const bcp = /BCP\d{3}/.exec(message)?.[0];
    if (span === undefined) return [code, bcp].join(' ');
    const { line, column } = placeOf(span);
    const text = JSON.stringify(span.source.text.slice(span.start, span.end));
    return [`${line}:${column}`, code, bcp, text].filter((part) => part !== undefined).join(' ');
  });
}

/** Parses a .bicep file that has no mistakes. */
export function parseValid(text: string, path = 'main.bicep'): SyntaxTree {
  const tree = parseBicep(path, text);
  if (tree.diagnostics.length > 0) throw new Error(`${JSON.stringify(text)}: ${problemsOf(tree).join(', ')}`);
  return tree;
}

/** What is wrong with the places of a tree: each node is in the file and in its parent, behind the node before it. */
export function misplaced(node: SyntaxNode): readonly string[] {
  const found: string[] = [];
  const open: SyntaxNode[] = [node];
  for (let parent = open.pop(); parent !== undefined; parent = open.pop()) {
    let from = parent.start;
    for (const child of childrenOf(parent)) {
      if (child.start < from || child.end > parent.end || child.end < child.start) {
        found.push(
          `${child.kind} ${child.start}-${child.end} in ${parent.kind} ${parent.start}-${parent.end}`,
        );
      }
      from = Math.max(from, child.end);
      open.push(child);
    }
  }
  return found;
}
