import type { BicepSymbol, ImportedSymbol, WildcardSymbol } from '../binding/index.ts';
import { findDecorator } from '../lowering/template/decorator.ts';
import type { ImportItemSyntax, SyntaxRange } from '../syntax/index.ts';
import type { CheckedFile } from './check.ts';

/** Parameters, variables, types, existing resources and imports that nothing uses (articles/azure-resource-manager/bicep/linter-rule-no-unused-parameters.md). */
export function checkUnused(file: CheckedFile): void {
  const { binding } = file;
  if (binding.tree.dialect !== 'bicep') return;
  const used = new Set<BicepSymbol>();
  for (const node of file.nodes) {
    const symbol = binding.symbolOf.get(node);
    if (symbol !== undefined) used.add(symbol);
  }
  for (const symbol of binding.parameters)
    if (!used.has(symbol)) report('parameter', symbol, 'no-unused-params', file);
  for (const symbol of binding.variables)
    if (!used.has(symbol) && findDecorator(symbol.declaration.decorators, 'export') === undefined)
      report('variable', symbol, 'no-unused-vars', file);
  for (const symbol of binding.types)
    if (!used.has(symbol) && findDecorator(symbol.declaration.decorators, 'export') === undefined)
      report('type', symbol, 'no-unused-types', file);
  for (const symbol of binding.imported)
    if (!used.has(symbol) && symbol.name !== '')
      file.report(
        'LG7298',
        { what: 'import', name: symbol.name, rule: 'no-unused-imports' },
        placeOf(symbol),
      );
  for (const symbol of binding.resources)
    if (symbol.declaration.isExisting && !used.has(symbol) && symbol.children.size === 0)
      report('existing resource', symbol, 'no-unused-existing-resources', file);
}

/** Where an import is named. */
function placeOf({ name, declaration }: ImportedSymbol | WildcardSymbol): SyntaxRange {
  const { imported } = declaration;
  if (imported.kind !== 'importList') return imported;
  const item = imported.items.find((one) => nameOf(one) === name);
  return item ?? imported;
}

function nameOf({ name, alias }: ImportItemSyntax): string | undefined {
  const written = alias ?? name;
  return written.kind === 'name' ? written.name : undefined;
}

function report(
  what: string,
  { name, declaration }: Extract<BicepSymbol, { kind: 'parameter' | 'variable' | 'resource' | 'type' }>,
  rule: string,
  file: CheckedFile,
): void {
  if (name !== '') file.report('LG7298', { what, name, rule }, declaration.name);
}
