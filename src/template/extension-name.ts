import { fold, Unknown, type Value } from '../kernel/index.ts';

/** An extension resource named by the resource it extends, taken apart. */
export interface ExtensionName {
  readonly type: string;
  readonly name: Value;
  readonly extended: { readonly type: string; readonly name: Value };
}

/**
 * Old templates name an extension resource by the resource it extends: type `A/b/providers/locks`, name `x/Microsoft.Authorization/y`
 * (articles/azure-resource-manager/templates/scope-extension-resources.md). `undefined` when it is not so named.
 */
export function splitExtensionName(type: Value, name: Value): ExtensionName | undefined {
  if (typeof type !== 'string') return undefined;
  const at = fold(type).indexOf('/providers/');
  if (at === -1) return undefined;
  const extendedType = type.slice(0, at);
  const types = type.slice(at + '/providers/'.length);
  if (typeof name === 'string') return splitKnown(extendedType, types, name);
  return name instanceof Unknown ? splitBySuffix(extendedType, types, name) : undefined;
}

function splitKnown(extendedType: string, types: string, name: string): ExtensionName | undefined {
  const depth = extendedType.split('/').length - 1;
  const names = name.split('/');
  const namespace = names[depth];
  if (namespace === undefined || names.length <= depth + 1) return undefined;
  return {
    type: `${namespace}/${types}`,
    name: names.slice(depth + 1).join('/'),
    extended: { type: extendedType, name: names.slice(0, depth).join('/') },
  };
}

/** When only the name of the extended resource is unknown, the end of the name still says what extends it. */
function splitBySuffix(extendedType: string, types: string, name: Unknown): ExtensionName | undefined {
  const ownCount = types.split('/').length;
  const [, ...segments] = name.suffix.split('/');
  if (segments.length <= ownCount) return undefined;
  const own = segments.slice(-ownCount).join('/');
  const namespace = segments.at(-ownCount - 1)!;
  const extended = name.derive(`replace(${name.expression}, '/${namespace}/${own}', '')`, { type: 'string' });
  return { type: `${namespace}/${types}`, name: own, extended: { type: extendedType, name: extended } };
}
