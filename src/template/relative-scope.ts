import { fold, type Unknown, type Value } from '../kernel/index.ts';
import { parseExpression } from './expression-parser.ts';
import { resourceIdAt } from './scope-id.ts';
import { joinText } from './text.ts';

/** The id of `Microsoft.Storage/storageAccounts/x`, as the `scope` of an extension resource may be written, at a deployment's scope. */
export function resourceIdOfRelative(base: string | Unknown, text: string): string | Unknown {
  const [namespace, ...pairs] = text.split('/');
  const types = pairs.filter((_, index) => index % 2 === 0);
  const names = pairs.filter((_, index) => index % 2 === 1);
  return resourceIdAt(base, [namespace, ...types].join('/'), names);
}

/** The same where only the beginning is known; `undefined` when that is not the type of a resource. */
export function idOfUnknownRelative(base: string | Unknown, scope: Unknown): string | Unknown | undefined {
  if (scope.prefix === '' || scope.prefix.startsWith('/')) return undefined;
  const taken = typeAndName(scope);
  return taken === undefined
    ? joinText(base, '/providers/', scope)
    : resourceIdAt(base, taken.type, [taken.name]);
}

/**
 * `concat('Microsoft.KeyVault/vaults/', name)` taken apart, so that it composes the very id that the vault of this name has: the two are
 * told to be one resource by their text.
 */
function typeAndName(scope: Unknown): { type: string; name: Value } | undefined {
  const { expression, suffix } = scope;
  const call = parseExpression(`[${expression}]`);
  if (call.kind !== 'call' || call.namespace !== '' || call.args.length !== 2) return undefined;
  const [first] = call.args;
  if (first?.kind !== 'literal' || typeof first.value !== 'string') return undefined;
  const beginning = beginningOf(fold(call.name), first.value);
  const opening = `${call.name}('${first.value}', `;
  if (beginning === undefined || !expression.startsWith(opening)) return undefined;
  const [namespace, type, end, ...more] = beginning.split('/');
  if (type === undefined || end !== '' || more.length > 0) return undefined;
  const name = scope.derive(expression.slice(opening.length, -1), { type: 'string', suffix });
  return { type: `${namespace}/${type}`, name };
}

function beginningOf(functionName: string, text: string): string | undefined {
  if (functionName === 'concat') return text;
  return functionName === 'format' && text.endsWith('{0}') ? text.slice(0, -'{0}'.length) : undefined;
}
