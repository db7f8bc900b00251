import type { BicepModel } from '../../program/bicep-model.ts';
import { eachChild, type SyntaxNode } from '../../syntax/index.ts';

/** Functions whose value is a variable of its own wherever they stand, and those for which that is so unless a variable is just the call. */
const alwaysVariable: ReadonlySet<string> = new Set([
  'loadJsonContent',
  'loadYamlContent',
  'loadDirectoryFileInfo',
]);

/**
 * The calls of a file that read other files, with the variables that hold what they read. In the body of a function no variable can be
 * seen, so there the value is written out.
 */
export function loadedCalls(model: BicepModel): ReadonlyMap<SyntaxNode, string> {
  const found = new Map<SyntaxNode, string>();
  const visit = (node: SyntaxNode, parent: SyntaxNode | undefined): void => {
    if (node.kind === 'function') return;
    if ((node.kind === 'call' || node.kind === 'methodCall') && node.name.name.startsWith('load')) {
      const isVariable = alwaysVariable.has(node.name.name) || parent?.kind !== 'variable';
      if (isVariable && model.loadedValue(node)?.kind === 'loaded') found.set(node, `$fxv#${found.size}`);
    }
    eachChild(node, (child) => visit(child, node));
  };
  // Most files read no others.
  if (!model.source.text.includes('load')) return found;
  for (const declaration of model.binding.tree.declarations) visit(declaration, undefined);
  return found;
}
