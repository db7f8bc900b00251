import type { BicepSymbol } from '../binding/index.ts';
import { findDecorator } from '../lowering/template/decorator.ts';
import { childrenOf, type SyntaxNode } from '../syntax/index.ts';
import type { CheckedFile } from './check.ts';
import { adviseName } from './near-name.ts';

/** Names that are imported though no file exports them, and exports that other files cannot use (articles/azure-resource-manager/bicep/bicep-import.md). */
export function checkImports(file: CheckedFile): void {
  for (const declaration of file.binding.imports) {
    const { path, imported } = declaration;
    if (imported.kind !== 'importList' || path.kind !== 'string') continue;
    const facts = file.model.importOf(declaration);
    if (facts.parameters === undefined) continue;
    for (const item of imported.items) {
      const name =
        item.name.kind === 'name' ? item.name.name : item.name.kind === 'string' ? item.name.value : '';
      if (name === '' || facts.export(name) !== undefined) continue;
      const names = facts.exports.map(([own]) => own);
      file.report(
        'LG7251',
        { name, advice: adviseName(name, names, 'put `@export()` on it in that file') },
        item.name,
      );
    }
  }
  for (const { declaration, name } of file.binding.variables) {
    const decorator = findDecorator(declaration.decorators, 'export');
    if (decorator === undefined) continue;
    const cause = unexportable(declaration.value, file, new Set());
    if (cause !== undefined) file.report('LG7269', { name, cause }, decorator);
  }
}

/** What a variable needs that only its own file has. */
function unexportable(node: SyntaxNode, file: CheckedFile, seen: Set<BicepSymbol>): string | undefined {
  const symbol = file.binding.symbolOf.get(node);
  if (symbol?.kind === 'parameter' || symbol?.kind === 'resource' || symbol?.kind === 'module')
    return symbol.name;
  if (symbol?.kind === 'variable' && !seen.has(symbol)) {
    seen.add(symbol);
    return unexportable(symbol.declaration.value, file, seen);
  }
  for (const child of childrenOf(node)) {
    const found = unexportable(child, file, seen);
    if (found !== undefined) return found;
  }
  return undefined;
}
