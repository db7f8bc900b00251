import { isExtensible } from '../lowering/resource/extensible-resource.ts';
import { type ExpressionSyntax, propertyOf } from '../syntax/index.ts';
import { calledFunction } from './called-function.ts';
import type { CheckedFile } from './check.ts';

/** `any(...)` where a resource, module or scope must be named, and other values there. */
export function checkAny(file: CheckedFile): void {
  const resources = file.binding.resources.filter((one) => !isExtensible(one));
  for (const { object } of [...resources, ...file.binding.modules]) {
    if (object === undefined) continue;
    for (const name of ['scope', 'parent']) {
      const value = propertyOf(object, name)?.value;
      if (value !== undefined && isAny(value, file)) file.report('LG7277', {}, value);
    }
    const list = propertyOf(object, 'dependsOn')?.value;
    if (list?.kind === 'array')
      for (const item of list.items) if (item.kind !== 'spread') checkDependency(item, file);
  }
}

function checkDependency(item: ExpressionSyntax, file: CheckedFile): void {
  if (isAny(item, file)) {
    file.report('LG7277', {}, item);
    return;
  }
  const type = file.types.of(item);
  if (type.kind !== 'unknown' && type.kind !== 'array')
    file.report('LG7219', { expected: 'a resource or module', actual: type.kind }, item);
}

function isAny(value: ExpressionSyntax, file: CheckedFile): boolean {
  return (
    (value.kind === 'call' || value.kind === 'methodCall') &&
    calledFunction(value, file.binding)?.name === 'any'
  );
}
