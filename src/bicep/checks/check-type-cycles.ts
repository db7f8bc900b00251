import type { BicepSymbol, TypeSymbol } from '../binding/index.ts';
import { childrenOf, type SyntaxNode } from '../syntax/index.ts';
import type { CheckedFile } from './check.ts';
import { shortestPath, stronglyConnected } from './strongly-connected.ts';

/** Types that hold themselves, so that no value of them would ever end (articles/azure-resource-manager/bicep/user-defined-data-types.md). */
export function checkTypeCycles(file: CheckedFile): void {
  const { types } = file.binding;
  const edges = new Map(types.map((one) => [one, requiredTypes(one, file)] as const));
  const groups = stronglyConnected(edges);
  for (const type of types) {
    const next = edges.get(type)?.find((one) => one === type || groups.get(one) === groups.get(type));
    if (next === undefined) continue;
    if (next === type || edges.get(type)?.includes(type)) {
      file.report('LG7215', { name: type.name, bcp: 'BCP298' }, type.declaration.name);
      continue;
    }
    const cycle = [type, ...(shortestPath(next, type, edges) ?? [])].map((one) => one.name).join(' -> ');
    file.report('LG7261', { cycle, bcp: 'BCP299' }, type.declaration.name);
  }
}

/** The types of this file that every value of a type holds. */
function requiredTypes(symbol: TypeSymbol, file: CheckedFile): TypeSymbol[] {
  const found: TypeSymbol[] = [];
  const visit = (node: SyntaxNode) => {
    if (node.kind === 'decorator' || node.kind === 'additionalProperties' || node.kind === 'typeMember')
      return;
    if (isContained(node) && isNullable(node, file, new Set())) return;
    const type = file.binding.symbolOf.get(node);
    if (type?.kind === 'type') found.push(type);
    for (const child of childrenOf(node)) visit(child);
  };
  const { value } = symbol.declaration;
  if (!isNullable(value, file, new Set([symbol]))) visit(value);
  return found;
}

function isContained(node: SyntaxNode): boolean {
  return node.kind !== 'objectType' && node.kind !== 'arrayType' && node.kind !== 'tupleType';
}

const aliasesMax = 64;

/** Whether null is a value of a type, so that it need hold nothing. */
function isNullable(node: SyntaxNode, file: CheckedFile, seen: Set<BicepSymbol>): boolean {
  switch (node.kind) {
    case 'nullableType':
    case 'null':
      return true;
    case 'propertyType':
    case 'tupleItem':
    case 'parenthesizedType':
      return isNullable(node.type, file, seen);
    case 'unionType':
      return node.members.some((member) => isNullable(member, file, seen));
    case 'typeName': {
      const symbol = file.binding.symbolOf.get(node);
      // A chain as long as nobody writes is not followed; nothing is said of what is behind it.
      if (seen.size >= aliasesMax) return true;
      if (symbol?.kind !== 'type' || seen.has(symbol)) return false;
      seen.add(symbol);
      return isNullable(symbol.declaration.value, file, seen);
    }
    default:
      return false;
  }
}
