import { type JsonNode, type Span, spanOf, stringOf } from '../../kernel/index.ts';
import type { Deployment } from '../deployment.ts';
import { type Expression, isExpression } from '../expression.ts';

/** The part of an expression that a position is in. */
export interface ExpressionAt {
  readonly expression: Expression;
  readonly span: Span;
  /** The whole expression. */
  readonly whole: Expression;
}

/**
 * The innermost part of an expression at an offset of the source that is more than a literal. Where the value is not written as a JSON
 * string, as in Bicep, offsets inside it mean nothing and the whole expression is taken.
 */
export function expressionAt(node: JsonNode, offset: number, { run }: Deployment): ExpressionAt | undefined {
  const text = stringOf(node);
  if (text === undefined || !isExpression(text)) return undefined;
  const whole = run.parse(text);
  if (whole.kind === 'problem') return undefined;
  const { source, start, end } = node;
  if (!source.text.startsWith('"[', start)) return { expression: whole, span: spanOf(node), whole };
  const places = placesOf(source.text.slice(start + 1, end - 1));
  const within = places.findLastIndex((place) => start + 1 + place <= offset);
  const expression = innermost(whole, within) ?? whole;
  const at = (position: number) => start + 1 + (places[position] ?? end - start - 2);
  return { expression, span: { source, start: at(expression.start), end: at(expression.end) }, whole };
}

/** For each character of a string's value its place in the text between the quotes. */
function placesOf(raw: string): number[] {
  const places: number[] = [];
  for (let at = 0; at < raw.length; at += widthAt(raw, at)) places.push(at);
  return places;
}

function widthAt(raw: string, at: number): number {
  if (raw[at] !== '\\') return 1;
  return raw[at + 1] === 'u' ? 6 : 2;
}

function innermost(expression: Expression, offset: number): Expression | undefined {
  if (expression.kind === 'literal' || offset < expression.start || offset > expression.end) return undefined;
  for (const part of partsOf(expression)) {
    const found = innermost(part, offset);
    if (found !== undefined) return found;
  }
  return expression;
}

/** The expressions that an expression is made of. */
export function partsOf(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case 'literal':
      return [];
    case 'call':
      return expression.args;
    case 'member':
      return [expression.target];
    case 'index':
      return [expression.target, expression.index];
    default:
      return expression satisfies never;
  }
}
