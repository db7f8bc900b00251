import { decoratorName, findDecorator } from '../lowering/template/decorator.ts';
import { type OutputDeclaration, type SyntaxNode, someChild } from '../syntax/index.ts';
import type { BicepModel } from './bicep-model.ts';

/** Whether an output, or a part of it, is secure: by a decorator of its own or of a type that it uses (articles/azure-resource-manager/bicep/outputs.md#secure-outputs). */
export function isSecureOutput(output: OutputDeclaration, model: BicepModel): boolean {
  return (
    findDecorator(output.decorators, 'secure') !== undefined || isSecureType(output.type, model, new Set())
  );
}

function isSecureType(node: SyntaxNode, model: BicepModel, seen: Set<SyntaxNode>): boolean {
  if (seen.has(node)) return false;
  seen.add(node);
  if (node.kind === 'decorator') return decoratorName(node) === 'secure';
  if (node.kind === 'typeMember' || node.kind === 'typeIndex') return false;
  const symbol = model.binding.symbolOf.get(node);
  if (symbol?.kind === 'type') return isSecureType(symbol.declaration, model, seen);
  if (symbol?.kind === 'imported') {
    const target = model.exportOf(symbol);
    const owner = target === undefined ? undefined : model.ownerOf(target);
    if (target?.kind === 'type' && owner !== undefined) return isSecureType(target.declaration, owner, seen);
    return false;
  }
  return someChild(node, (child) => isSecureType(child, model, seen));
}
