import type { ModuleSymbol, ResourceSymbol } from '../binding/index.ts';
import { isExtensible } from '../lowering/resource/extensible-resource.ts';
import { type ExpressionSyntax, type ForSyntax, propertyOf, walk } from '../syntax/index.ts';
import type { CheckedFile } from './check.ts';

/** Loops in which every turn would deploy under the same name (articles/azure-resource-manager/bicep/loops.md). */
export function checkLoopNames(file: CheckedFile): void {
  for (const resource of file.binding.resources)
    if (!resource.declaration.isExisting && !isExtensible(resource)) checkLoop(resource, file);
  for (const module of file.binding.modules) checkLoop(module, file);
}

function checkLoop(symbol: ResourceSymbol | ModuleSymbol, file: CheckedFile): void {
  const { loop, object } = symbol;
  if (loop === undefined || object === undefined || loop.item.name === '') return;
  const values = ['name', 'scope', 'parent'].map((name) => propertyOf(object, name)?.value);
  if (
    values[0] === undefined ||
    object.members.some(({ kind }) => kind === 'spread' || kind === 'unreadable')
  )
    return;
  if (values.some((value) => value !== undefined && dependsOnTurn(value, loop, file))) return;
  file.report('LG7280', { name: symbol.name, item: loop.item.name }, symbol.declaration.name);
}

function dependsOnTurn(value: ExpressionSyntax, loop: ForSyntax, file: CheckedFile): boolean {
  let found = value.kind === 'unreadable';
  walk(value, {
    enter: (node) => {
      const symbol = file.binding.symbolOf.get(node);
      found ||= symbol?.kind === 'local' && symbol.loop === loop;
      return !found;
    },
  });
  return found;
}
