import type { ModuleSymbol, ResourceSymbol } from '../binding/index.ts';
import { isExtensible } from '../lowering/resource/extensible-resource.ts';
import { parentOf } from '../lowering/resource/resource-parent.ts';
import { type ExpressionSyntax, propertyOf, type SyntaxNode, walk } from '../syntax/index.ts';
import type { CheckedFile } from './check.ts';

/** Resources and modules that would be deployed under one name (articles/azure-resource-manager/bicep/resource-declaration.md#name). */
export function checkDeployedNames(file: CheckedFile): void {
  const { resources, modules } = file.binding;
  reportSame(resources, (one) => resourceKey(one, file), 'BCP121', file);
  reportSame(modules, (one) => moduleKey(one, file), 'BCP122', file);
}

function reportSame<T extends ResourceSymbol | ModuleSymbol>(
  symbols: readonly T[],
  keyOf: (symbol: T) => string | undefined,
  bcp: string,
  file: CheckedFile,
): void {
  const groups = new Map<string, T[]>();
  for (const symbol of symbols) {
    const key = isCertain(symbol, file) ? keyOf(symbol) : undefined;
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [symbol]);
    else group.push(symbol);
  }
  for (const group of groups.values()) {
    if (group.length < 2) continue;
    const declarations = group.map((one) => `\`${one.name}\``).join(', ');
    for (const { object } of group) {
      const name = object === undefined ? undefined : propertyOf(object, 'name')?.value;
      if (name !== undefined) file.report('LG7214', { name: textOf(name, file), declarations, bcp }, name);
    }
  }
}

/** Whether it is deployed in any case: of two that exclude each other nothing can be said. */
function isCertain({ condition }: ResourceSymbol | ModuleSymbol, file: CheckedFile): boolean {
  if (condition === undefined) return true;
  const type = file.types.of(condition);
  return type.kind === 'bool' && type.value === true;
}

function resourceKey(resource: ResourceSymbol, file: CheckedFile): string | undefined {
  const { type, object } = resource;
  if (type?.apiVersion === undefined || object === undefined || isExtensible(resource)) return undefined;
  const name = nameKey(propertyOf(object, 'name')?.value, file);
  const scope = scopeKey(propertyOf(object, 'scope')?.value, file);
  if (name === undefined || scope === undefined) return undefined;
  const parent = parentOf(resource, file.binding);
  if (parent === undefined && propertyOf(object, 'parent') !== undefined) return undefined;
  const index = parent?.index === undefined ? '' : nameKey(parent.index, file);
  // Of a parent only its own declaration is compared: two declarations of one parent are reported themselves.
  const owner = parent === undefined ? '' : `${parent.resource.declaration.start} ${index}`;
  if (index === undefined) return undefined;
  return [type.type.toLowerCase(), owner, scope, name].join('\n');
}

function moduleKey({ object }: ModuleSymbol, file: CheckedFile): string | undefined {
  if (object === undefined) return undefined;
  const name = nameKey(propertyOf(object, 'name')?.value, file);
  const scope = scopeKey(propertyOf(object, 'scope')?.value, file);
  return name === undefined || scope === undefined ? undefined : `${scope}\n${name}`;
}

/** What tells a name from others: its text, where that is known. */
function nameKey(name: ExpressionSyntax | undefined, file: CheckedFile): string | undefined {
  if (name === undefined) return undefined;
  const type = file.types.of(name);
  if (type.kind === 'string' && type.value !== undefined) return `'${type.value}`;
  if (type.kind === 'int' && type.value !== undefined) return String(type.value);
  return undefined;
}

/** A scope of its own is that of the file where it says no more. */
function scopeKey(scope: ExpressionSyntax | undefined, file: CheckedFile): string | undefined {
  if (scope === undefined) return '';
  if (usesLocals(scope, file) || scope.kind === 'unreadable') return undefined;
  const text = textOf(scope, file);
  return text === `${file.model.targetScope}()` ? '' : text;
}

/** In two loops the same words stand for other values. */
function usesLocals(expression: SyntaxNode, file: CheckedFile): boolean {
  let found = false;
  walk(expression, {
    enter: (node) => {
      found ||= file.binding.symbolOf.get(node)?.kind === 'local';
      return !found;
    },
  });
  return found;
}

function textOf({ start, end }: ExpressionSyntax, file: CheckedFile): string {
  return file.model.source.text.slice(start, end).replace(/\s+/g, ' ');
}
