import type { CheckedFile } from './check.ts';
import { adviseName } from './near-name.ts';

/** The types of the language, which are those of the namespace `sys`. */
export const builtInTypes: readonly string[] = [
  'any',
  'array',
  'bool',
  'int',
  'object',
  'resourceInput',
  'resourceOutput',
  'string',
];
const known: ReadonlySet<string> = new Set([...builtInTypes, 'resource']);

/** Names that stand where types do (articles/azure-resource-manager/bicep/user-defined-data-types.md). */
export function checkTypeNames(file: CheckedFile): void {
  for (const node of file.nodes) {
    if (node.kind !== 'typeName' || node.name === '') continue;
    const { name } = node;
    const symbol = file.binding.symbolOf.get(node);
    if (symbol === undefined) {
      if (known.has(name)) continue;
      const candidates = [...builtInTypes, ...file.binding.types.map((one) => one.name)];
      const advice = adviseName(name, candidates, 'declare it with `type`, or name a type of the language');
      file.report('LG7205', { name, advice }, node);
      continue;
    }
    const parent = file.parentOf(node)?.kind;
    const isQualified = parent === 'typeMember' || parent === 'typeInstance';
    if (symbol.kind === 'namespace' || symbol.kind === 'wildcard' || symbol.kind === 'extension') {
      if (!isQualified) file.report('LG7256', { name }, node);
    } else if (symbol.kind !== 'type' && symbol.kind !== 'imported') file.report('LG7257', { name }, node);
  }
}
