import { type DocumentSymbol, SymbolKind } from 'vscode-languageserver';
import {
  childNode,
  fold,
  type JsonDocument,
  type JsonNode,
  type PropertyNode,
  type Span,
  spanOf,
  stringOf,
} from '../kernel/index.ts';
import { plainText } from '../report/index.ts';
import { rangeOfSpan } from './text-range.ts';

const depthMax = 32;

/** The outline of a template or a parameter file: parameters, variables, resources, outputs. */
export function documentSymbols({ root, source }: JsonDocument): DocumentSymbol[] {
  return outlineOf(root, source.path, 0);
}

function outlineOf(template: JsonNode | undefined, path: string, depth: number): DocumentSymbol[] {
  if (depth > depthMax) return [];
  const named: readonly [string, SymbolKind][] = [
    ['parameters', SymbolKind.Property],
    ['variables', SymbolKind.Variable],
    ['resources', SymbolKind.Object],
    ['outputs', SymbolKind.Event],
  ];
  return named.flatMap(([section, kind]) => {
    const node = childNode(template, section);
    if (node === undefined) return [];
    if (section === 'resources') return resourcesOf(node, path, depth);
    const properties = node.kind === 'object' ? node.properties : [];
    return properties.flatMap((property) =>
      symbol(
        property.name,
        detailOf(section, property),
        kind,
        spanOfProperty(property),
        nameOf(property),
        path,
        [],
      ),
    );
  });
}

function resourcesOf(resources: JsonNode, path: string, depth: number): DocumentSymbol[] {
  const entries: readonly (readonly [JsonNode, PropertyNode | undefined])[] =
    resources.kind === 'array'
      ? resources.items.map((item) => [item, undefined] as const)
      : resources.kind === 'object'
        ? resources.properties.map((property) => [property.value, property] as const)
        : [];
  return entries.flatMap(([node, property]) => {
    const type = stringOf(childNode(node, 'type')) ?? '';
    const nameNode = childNode(node, 'name') ?? node;
    const name = property?.name ?? stringOf(nameNode) ?? type;
    const isDeployment = fold(type) === 'microsoft.resources/deployments';
    const nested = isDeployment ? childNode(childNode(node, 'properties'), 'template') : undefined;
    const own = childNode(node, 'resources');
    const children = [
      ...(nested === undefined ? [] : outlineOf(nested, path, depth + 1)),
      ...(own === undefined || depth >= depthMax ? [] : resourcesOf(own, path, depth + 1)),
    ];
    const selection = property === undefined ? spanOf(nameNode) : nameOf(property);
    return symbol(
      name,
      type,
      isDeployment ? SymbolKind.Module : SymbolKind.Object,
      spanOf(node),
      selection,
      path,
      children,
    );
  });
}

function detailOf(section: string, { value }: PropertyNode): string {
  return section === 'variables' ? '' : (stringOf(childNode(value, 'type')) ?? '');
}

function spanOfProperty({ nameStart, value }: PropertyNode): Span {
  return { source: value.source, start: nameStart, end: value.end };
}

function nameOf({ nameStart, nameEnd, value }: PropertyNode): Span {
  return { source: value.source, start: nameStart, end: nameEnd };
}

/** What comes from another file has no place in the outline of this one, but its parts may. A symbol holds its own name, as the protocol asks. */
function symbol(
  name: string,
  detail: string,
  kind: SymbolKind,
  span: Span,
  selection: Span,
  path: string,
  children: DocumentSymbol[],
): DocumentSymbol[] {
  if (span.source.path !== path || selection.source !== span.source) return children;
  const whole = {
    source: span.source,
    start: Math.min(span.start, selection.start),
    end: Math.max(span.end, selection.end),
  };
  const shown = plainText(name).trim();
  return [
    {
      name: shown === '' ? '(no name)' : shown,
      detail: plainText(detail),
      kind,
      range: rangeOfSpan(whole),
      selectionRange: rangeOfSpan(selection),
      children,
    },
  ];
}
