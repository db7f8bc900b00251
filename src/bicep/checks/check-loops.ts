import { keyText, type SyntaxNode } from '../syntax/index.ts';
import type { CheckedFile } from './check.ts';

type LoopSyntax = SyntaxNode & { kind: 'for' };

/** Loops where there can be none (articles/azure-resource-manager/bicep/loops.md#loop-limits). */
export function checkLoops(file: CheckedFile): void {
  for (const node of file.nodes) {
    if (node.kind === 'for') checkPlace(node, file);
    else if (node.kind === 'property' && node.value.kind === 'for' && keyText(node.key) === undefined) {
      if (node.key.kind === 'interpolation') file.report('LG7230', {}, node.key);
    } else if (node.kind === 'resource' && isInLoop(node, file)) file.report('LG7231', {}, node);
  }
}

const loopable: ReadonlySet<SyntaxNode['kind']> = new Set([
  'resource',
  'module',
  'variable',
  'output',
  'parameterAssignment',
]);

function checkPlace(loop: LoopSyntax, file: CheckedFile): void {
  const parent = file.parentOf(loop);
  if (parent === undefined || loopable.has(parent.kind)) return;
  if (parent.kind !== 'property' || !isInBody(loop, file)) {
    file.report('LG7102', {}, loop);
    return;
  }
  if (outerPropertyLoops(loop, file) > 0) file.report('LG7229', {}, { start: loop.start, end: loop.end });
}

/** Whether only objects, arrays and loops are between a loop and the resource or module it is in. */
function isInBody(loop: LoopSyntax, file: CheckedFile): boolean {
  let node = file.parentOf(loop);
  for (let below: SyntaxNode = loop; node !== undefined; below = node, node = file.parentOf(node)) {
    switch (node.kind) {
      case 'resource':
      case 'module':
      case 'test':
        return true;
      case 'property':
        if (node.key === below) return false;
        break;
      case 'for':
        if (node.collection === below) return false;
        break;
      case 'if':
        if (node.condition === below) return false;
        break;
      case 'object':
      case 'array':
        break;
      default:
        return false;
    }
  }
  return false;
}

function outerPropertyLoops(loop: LoopSyntax, file: CheckedFile): number {
  let count = 0;
  for (let node = file.parentOf(loop); node !== undefined; node = file.parentOf(node)) {
    if (node.kind === 'resource' || node.kind === 'module') break;
    if (node.kind === 'for' && file.parentOf(node)?.kind === 'property') count++;
  }
  return count;
}

function isInLoop(resource: SyntaxNode, file: CheckedFile): boolean {
  for (let node = file.parentOf(resource); node !== undefined; node = file.parentOf(node))
    if (node.kind === 'for') return true;
  return false;
}
