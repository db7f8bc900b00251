import { moduleTarget } from '../lowering/module/module-reference.ts';
import { resourceTarget } from '../lowering/resource/resource-target.ts';
import { keyText, type SyntaxNode } from '../syntax/index.ts';
import type { CheckedFile } from './check.ts';

/** All resources or modules of a loop as one value, which the template language has in few places (articles/azure-resource-manager/bicep/loops.md). */
export function checkCollections(file: CheckedFile): void {
  for (const node of file.nodes) {
    if (node.kind !== 'reference' && node.kind !== 'child') continue;
    const target = resourceTarget(node, file.binding)?.resource ?? moduleTarget(node, file.binding)?.module;
    if (target?.loop === undefined || isAllowed(node, file)) continue;
    file.report('LG7232', { name: target.name }, node);
  }
}

function isAllowed(node: SyntaxNode, file: CheckedFile): boolean {
  let parent = file.parentOf(node);
  while (parent?.kind === 'parenthesized' || parent?.kind === 'nonNull') parent = file.parentOf(parent);
  if (parent === undefined || isAccess(parent)) return true;
  let isInLoop = false;
  let isInProperties = false;
  for (let at: SyntaxNode | undefined = parent; at !== undefined; at = file.parentOf(at)) {
    if (at.kind === 'call' && at.name.name === 'nameof') return true;
    if (at.kind === 'for') isInLoop = true;
    if (at.kind === 'property') {
      const name = keyText(at.key);
      if (name === 'dependsOn') return true;
      if (name === 'properties' || name === 'params') isInProperties = true;
    }
    if (at.kind === 'resource' || at.kind === 'module') return isInProperties && !isInLoop;
    if (at.kind === 'output' || at.kind === 'variable') return !isInLoop;
    if (at.kind === 'parameter' || at.kind === 'decorator') return true;
  }
  return true;
}

function isAccess(node: SyntaxNode): boolean {
  return (
    node.kind === 'member' || node.kind === 'index' || node.kind === 'child' || node.kind === 'methodCall'
  );
}
