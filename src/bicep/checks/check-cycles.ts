import type { BicepSymbol, Binding } from '../binding/index.ts';
import { childrenOf, type SyntaxNode } from '../syntax/index.ts';
import type { CheckedFile } from './check.ts';
import { shortestPath, stronglyConnected } from './strongly-connected.ts';

/** One place where a declaration refers to a declaration. */
interface Use {
  readonly to: BicepSymbol;
  readonly at: SyntaxNode;
}

/** Declarations that need themselves: parameters, variables, resources, modules, functions and types. */
export function checkCycles(file: CheckedFile): void {
  for (const { from, use, path } of cyclicUses(file.binding)) {
    if (path.length === 1) file.report('LG7215', { name: from.name, bcp: 'BCP079' }, use.at);
    else file.report('LG7261', { cycle: path.map((one) => one.name).join(' -> '), bcp: 'BCP080' }, use.at);
  }
}

interface CyclicUse {
  readonly from: BicepSymbol;
  readonly use: Use;
  /** The declarations that are gone through, beginning with the one used. */
  readonly path: readonly BicepSymbol[];
}

/** Whether the declarations of a file need each other in a circle: then no template can be made of it. */
export function hasCycles(binding: Binding): boolean {
  return cyclicUses(binding).length > 0;
}

function cyclicUses(binding: Binding): CyclicUse[] {
  const uses = new Map<BicepSymbol, readonly Use[]>();
  const declared = [
    ...binding.parameters,
    ...binding.variables,
    ...binding.resources,
    ...binding.modules,
    ...binding.functions,
  ];
  for (const symbol of declared) uses.set(symbol, usesOf(symbol, binding));
  const edges = new Map([...uses].map(([from, list]) => [from, list.map((use) => use.to)] as const));
  const groups = stronglyConnected(edges);
  const found: CyclicUse[] = [];
  for (const symbol of declared)
    for (const use of uses.get(symbol) ?? []) {
      if (use.to !== symbol && groups.get(use.to) !== groups.get(symbol)) continue;
      const path = use.to === symbol ? [symbol] : shortestPath(use.to, symbol, edges);
      if (path !== undefined) found.push({ from: symbol, use, path });
    }
  return found;
}

function usesOf(symbol: BicepSymbol, binding: Binding): Use[] {
  if (!('declaration' in symbol)) return [];
  const found: Use[] = [];
  const visit = (node: SyntaxNode) => {
    // A resource declared in the body of another has uses of its own, and needs the other one.
    if (node.kind === 'resource' && node !== symbol.declaration) return;
    const to = binding.symbolOf.get(node);
    if (to !== undefined && to.kind !== 'local' && to.kind !== 'namespace' && node.kind !== 'typeName')
      found.push({ to, at: node });
    for (const child of childrenOf(node)) visit(child);
  };
  visit(symbol.declaration);
  return found;
}
