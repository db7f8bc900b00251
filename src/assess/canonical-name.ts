import { fold } from '../kernel/index.ts';
import { type Expression, isExpression, parseExpression } from '../template/index.ts';

/**
 * A name that may be an expression, so that the same name is the same text in every language that writes it: `concat(a, '-x')` of a
 * hand-written template is `format('{0}-x', a)` in one that was made from Bicep.
 */
export function canonicalName(name: string): string {
  if (!isExpression(name)) return fold(name);
  const expression = parseExpression(name);
  return expression.kind === 'problem' ? fold(name) : `[${canonical(expression)}]`;
}

function canonical(expression: Expression): string {
  switch (expression.kind) {
    case 'literal':
      return typeof expression.value === 'string'
        ? `'${fold(expression.value).replaceAll("'", "''")}'`
        : String(expression.value);
    case 'member':
      return `${canonical(expression.target)}.${fold(expression.name)}`;
    case 'index':
      if (expression.index.kind === 'literal' && typeof expression.index.value === 'string')
        return `${canonical(expression.target)}.${fold(expression.index.value)}`;
      return `${canonical(expression.target)}[${canonical(expression.index)}]`;
    case 'call': {
      // The name of a loop is the choice of whoever writes it, and Bicep has its own.
      if (expression.namespace === '' && fold(expression.name) === 'copyindex') return 'copyindex()';
      const joined = joinedParts(expression);
      if (joined !== undefined) return joinedText(joined);
      return `${fold(expression.name)}(${expression.args.map(canonical).join(',')})`;
    }
    default:
      expression satisfies never;
      return '';
  }
}

/** What a joined text is made of: literal texts, and expressions between them. */
type Part = string | Expression;

/** The parts of a `concat` or `format`; `undefined` where it is something else, or writes its arguments in a form of their own. */
function joinedParts(expression: Expression): Part[] | undefined {
  if (expression.kind !== 'call' || expression.namespace !== '') return undefined;
  const name = fold(expression.name);
  if (name === 'concat') return expression.args.flatMap(partsOf);
  const [first, ...args] = expression.args;
  if (name !== 'format' || first?.kind !== 'literal' || typeof first.value !== 'string') return undefined;
  return formatParts(first.value, args);
}

function partsOf(expression: Expression): Part[] {
  if (expression.kind === 'literal') return [String(expression.value)];
  return joinedParts(expression) ?? [expression];
}

const hole = /\{(\d{1,4})\}/;

function formatParts(format: string, args: readonly Expression[]): Part[] | undefined {
  const pieces = format.split(hole);
  const parts: Part[] = [];
  for (const [position, piece] of pieces.entries()) {
    if (position % 2 === 0) {
      // Braces that stand for themselves, and forms such as `{0:D3}`, are left to the function.
      if (/[{}]/.test(piece)) return undefined;
      parts.push(piece);
      continue;
    }
    const arg = args[Number(piece)];
    if (arg === undefined) return undefined;
    parts.push(...partsOf(arg));
  }
  return parts;
}

function joinedText(parts: readonly Part[]): string {
  return parts.map((part) => (typeof part === 'string' ? fold(part) : `{${canonical(part)}}`)).join('');
}
