import { fold, parseResourceId, Unknown, type Value } from '../../kernel/index.ts';
import { type Expression, parseExpression } from '../../template/index.ts';

/** A resource or scope that code names, by an id that may be an expression. */
export interface NamedTarget {
  /** The id as text that identifies it: folded, or the expression that composes it. */
  readonly key: string;
  /** The id, where all of it is known. */
  readonly id: string | undefined;
  /** What is known of type and name though parts of the id are not; empty where nothing is. */
  readonly type: string;
  readonly name: string;
}

/** The resource that an id, or the expression of one, names. */
export function namedTarget(value: string | Unknown): NamedTarget {
  if (typeof value === 'string') return knownTarget(value);
  return expressionTarget(value.expression);
}

/** The same for the text of an expression without its brackets. */
export function expressionTarget(text: string): NamedTarget {
  const expression = parseExpression(`[${text}]`);
  if (expression.kind === 'literal' && typeof expression.value === 'string')
    return knownTarget(expression.value);
  return { key: text, id: undefined, ...typeAndName(literalEnd(expression)) };
}

function knownTarget(id: string): NamedTarget {
  const parsed = parseResourceId(id);
  return { key: fold(id), id, type: parsed?.type ?? '', name: parsed?.name ?? '' };
}

/** What follows the last placeholder of `format('{0}/providers/A/b/c', ...)`. */
function literalEnd(expression: Expression | { readonly kind: 'problem' }): string {
  const text = formatText(expression);
  return text === undefined ? '' : text.slice(text.lastIndexOf('}') + 1);
}

/** The text of a `format` with its placeholders; `undefined` for any other expression. */
export function formatText(expression: Expression | { readonly kind: 'problem' }): string | undefined {
  if (expression.kind !== 'call' || expression.namespace !== '' || fold(expression.name) !== 'format')
    return undefined;
  const [first] = expression.args;
  return first?.kind === 'literal' && typeof first.value === 'string' ? first.value : undefined;
}

function typeAndName(end: string): { type: string; name: string } {
  const parsed = parseResourceId(end);
  return parsed === undefined ? { type: '', name: '' } : { type: parsed.type, name: parsed.name };
}

/** Whether a value is a text, or stands for one that is not known yet. */
export function isTextual(value: Value | undefined): value is string | Unknown {
  return typeof value === 'string' || value instanceof Unknown;
}
