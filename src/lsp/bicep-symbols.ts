import { type DocumentSymbol, SymbolKind } from 'vscode-languageserver';
import { childrenOf, parseBicep, type SyntaxNode, type SyntaxTree } from '../bicep/index.ts';
import type { Source, Span } from '../kernel/index.ts';
import { plainText } from '../report/index.ts';
import { rangeOfSpan } from './text-range.ts';

/** The declarations that have a name, and how an outline shows them. */
const kinds = {
  parameter: SymbolKind.Property,
  parameterAssignment: SymbolKind.Property,
  variable: SymbolKind.Variable,
  resource: SymbolKind.Object,
  module: SymbolKind.Module,
  output: SymbolKind.Event,
  type: SymbolKind.Struct,
  function: SymbolKind.Function,
  assert: SymbolKind.Boolean,
  test: SymbolKind.Method,
} as const satisfies Partial<Record<SyntaxNode['kind'], SymbolKind>>;

type NamedSyntax = Extract<SyntaxNode, { kind: keyof typeof kinds }>;

/** The outline of a Bicep file, from its syntax alone: it is there however broken the file is. */
export function bicepSymbols(path: string, text: string): DocumentSymbol[] {
  const tree = parseBicep(path, text);
  return symbolsIn(tree, tree);
}

/** The name in the declaration of a symbol of a Bicep file. */
export function bicepDeclaration(path: string, text: string, name: string): Span | undefined {
  const { declarations, source } = parseBicep(path, text);
  const found = declarations.find((one) => isNamed(one) && one.name.name === name);
  return found !== undefined && isNamed(found)
    ? { source, start: found.name.start, end: found.name.end }
    : undefined;
}

function symbolsIn(node: SyntaxNode, tree: SyntaxTree): DocumentSymbol[] {
  return childrenOf(node).flatMap((child) => {
    if (isNamed(child)) return [symbolOf(child, tree)];
    // Resources may be declared in the body of another one, behind a condition or a loop.
    return isBody(child) ? symbolsIn(child, tree) : [];
  });
}

function isNamed(node: SyntaxNode): node is NamedSyntax {
  return node.kind in kinds;
}

function isBody({ kind }: SyntaxNode): boolean {
  return kind === 'object' || kind === 'if' || kind === 'for';
}

function symbolOf(node: NamedSyntax, tree: SyntaxTree): DocumentSymbol {
  const { source } = tree;
  const shown = plainText(node.name.name).trim();
  return {
    name: shown === '' ? '(no name)' : shown,
    detail: plainText(detailOf(node, source)),
    kind: kinds[node.kind],
    range: rangeOfSpan({ source, start: node.start, end: node.end }),
    selectionRange: rangeOfSpan({ source, start: node.name.start, end: node.name.end }),
    children: node.kind === 'resource' ? symbolsIn(node, tree) : [],
  };
}

function detailOf(node: NamedSyntax, { text }: Source): string {
  switch (node.kind) {
    case 'parameter':
    case 'output':
      return text.slice(node.type.start, node.type.end);
    case 'resource':
      return node.type.kind === 'string' ? node.type.value : '';
    case 'module':
      return node.path.kind === 'string' ? node.path.value : '';
    default:
      return '';
  }
}
