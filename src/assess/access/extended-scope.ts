import { fold, type Unknown } from '../../kernel/index.ts';
import { parseExpression } from '../../template/index.ts';
import { expressionTarget, formatText, type NamedTarget, namedTarget } from './named-target.ts';

/**
 * What an extension resource of a type is deployed to, by its id: a role assignment `{scope}/providers/Microsoft.Authorization/roleAssignments/{name}`.
 * Where the id is an expression, it is the one that composes the scope's id.
 */
export function extendedScope(id: string | Unknown, type: string): NamedTarget {
  const marker = `/providers/${fold(type)}/`;
  if (typeof id === 'string') {
    const at = fold(id).lastIndexOf(marker);
    return namedTarget(at <= 0 ? '/' : id.slice(0, at));
  }
  const expression = parseExpression(`[${id.expression}]`);
  const text = formatText(expression);
  const at = text === undefined ? -1 : fold(text).lastIndexOf(marker);
  if (text === undefined || at === -1 || expression.kind !== 'call')
    return { key: '', id: undefined, type: '', name: '' };
  const head = text.slice(0, at);
  const [, ...args] = expression.args.map(({ start, end }) => id.expression.slice(start - 1, end - 1));
  if (head === '{0}') return expressionTarget(args[0] ?? '');
  const used = args.filter((_, index) => head.includes(`{${index}}`));
  if (used.length === 0) return namedTarget(head === '' ? '/' : head);
  return expressionTarget(`format('${head.replaceAll("'", "''")}', ${used.join(', ')})`);
}
