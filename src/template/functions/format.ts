import { isKnown, Unknown, type Value } from '../../kernel/index.ts';
import { type Call, EvaluationError, Lambda, type TemplateFunction } from '../template-function.ts';
import { align, type FormatItem, parseFormat } from './net-format.ts';
import { formatNumber } from './net-number-format.ts';
import { limited, stringAt } from './operands.ts';
import { joinTexts, type Text, textOfUnknown } from './partial-text.ts';
import { valueToString } from './value-text.ts';

/**
 * The result of .NET composite formatting, as `String.Format` in the invariant culture. Formats apply to numbers; other
 * values have but one form.
 */
export function formatNet(format: string, args: readonly Value[]): string {
  return parseFormat(format)
    .map((piece) => (typeof piece === 'string' ? piece : formatItem(piece, argumentOf(piece, args))))
    .join('');
}

function argumentOf(item: FormatItem, args: readonly Value[]): Value {
  const argument = args[item.index];
  if (argument === undefined) {
    throw new EvaluationError(
      `the format string asks for argument {${item.index}}, but there are ${args.length}`,
    );
  }
  return argument;
}

function formatItem(item: FormatItem, value: Value): string {
  return align(formatValue(value, item.format), item.alignment);
}

function formatValue(value: Value, format: string): string {
  if (value === null) return '';
  return typeof value === 'number' || typeof value === 'bigint'
    ? formatNumber(value, format)
    : valueToString(value);
}

function pieceOf(item: FormatItem, value: Value, call: Call): Text {
  if (isKnown(value)) return limited(call, formatItem(item, value));
  if (!(value instanceof Unknown)) return { prefix: '', suffix: '' };
  const { prefix, suffix, candidates } = textOfUnknown(value, (candidate) => formatItem(item, candidate));
  // Spaces go before or after a text that turns out shorter than the alignment.
  return {
    prefix: item.alignment > prefix.length ? '' : prefix,
    suffix: -item.alignment > suffix.length ? '' : suffix,
    candidates,
  };
}

/** `format` (template-functions-string.md). */
export const format: TemplateFunction = {
  name: 'format',
  argumentsMin: 1,
  argumentsMax: Number.POSITIVE_INFINITY,
  unknowns: 'handle',
  returns: 'string',
  run(args, call) {
    if (args[0] instanceof Unknown) return call.unknown({ type: 'string' });
    const values = args.slice(1).map((argument) => {
      if (argument instanceof Lambda)
        throw new EvaluationError('format expects values, but an argument is a lambda');
      return argument;
    });
    const pieces = parseFormat(stringAt(call, args, 0)).map((piece) =>
      typeof piece === 'string' ? piece : pieceOf(piece, argumentOf(piece, values), call),
    );
    return joinTexts(call, pieces);
  },
};
