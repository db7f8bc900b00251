import type { Binding } from '../../binding/index.ts';
import type { BicepModel } from '../../program/bicep-model.ts';
import { type DecoratorSyntax, propertyOf, type SyntaxNode, someChild } from '../../syntax/index.ts';
import { isExtensible } from '../resource/extensible-resource.ts';

/** Types that `definitions` or a schema of its own have to say. */
const declaredTypes: ReadonlySet<SyntaxNode['kind']> = new Set([
  'objectType',
  'arrayType',
  'tupleType',
  'unionType',
  'nullableType',
]);

const resourceOptions: ReadonlySet<string> = new Set(['onlyIfNotExists', 'retryOn', 'nullIfNotFound']);

/**
 * Whether a file needs languageVersion 2.0, which has resources by symbolic name
 * (articles/azure-resource-manager/templates/syntax.md#languageversion-20). Files that need nothing of it have their resources in a list.
 */
export function needsSymbolicNames(model: BicepModel): boolean {
  const { binding } = model;
  return (
    binding.extensions.length > 0 ||
    binding.resources.some(isExtensible) ||
    binding.variables.some((one) => one.declaration.type !== undefined) ||
    binding.types.length > 0 ||
    binding.functions.length > 0 ||
    binding.imported.length > 0 ||
    model.outputs.some((output) => output.isSecure) ||
    binding.modules.some((one) => one.object !== undefined && propertyOf(one.object, 'name') === undefined) ||
    binding.modules.some((one) => model.moduleOf(one).outputs.some((output) => output.isSecure)) ||
    binding.resources.some(
      (one) =>
        one.declaration.decorators.some(hasResourceOption) ||
        (one.declaration.isExisting &&
          one.object !== undefined &&
          propertyOf(one.object, 'dependsOn') !== undefined),
    ) ||
    binding.tree.declarations.some(
      (declaration) => usesDeclaredType(declaration) || usesWholeLoop(declaration, binding),
    )
  );
}

function hasResourceOption({ expression }: DecoratorSyntax): boolean {
  const name =
    expression.kind === 'unreadable' || expression.kind === 'reference' ? undefined : expression.name.name;
  return name !== undefined && resourceOptions.has(name);
}

function usesDeclaredType(node: SyntaxNode): boolean {
  return declaredTypes.has(node.kind) || someChild(node, usesDeclaredType);
}

/** A loop that is not indexed is all of its resources, which only `references` gives. */
function usesWholeLoop(node: SyntaxNode, binding: Binding): boolean {
  if (node.kind === 'reference') {
    const symbol = binding.symbolOf.get(node);
    return (symbol?.kind === 'resource' || symbol?.kind === 'module') && symbol.loop !== undefined;
  }
  if (node.kind === 'member' || node.kind === 'index') {
    const isNamed = node.target.kind === 'reference';
    return someChild(node, (child) => !(isNamed && child === node.target) && usesWholeLoop(child, binding));
  }
  if (node.kind === 'property' && node.key.kind === 'name' && node.key.name === 'dependsOn') return false;
  return someChild(node, (child) => usesWholeLoop(child, binding));
}
