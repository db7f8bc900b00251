import { isKnown, Unknown, type Value } from '../../kernel/index.ts';
import { EvaluationError, type TemplateFunction } from '../template-function.ts';
import { mapCandidates } from './candidates.ts';
import { limited, valueAt } from './operands.ts';

/** The text of a number: integers in full, floats in the shortest form that reads back the same. */
export function numberText(value: number | bigint): string {
  if (typeof value === 'bigint') return value.toString();
  if (Number.isInteger(value) && Math.abs(value) < 2 ** 63) return BigInt(value).toString();
  const [, sign, digits, exponentText] = /^(-?)([\d.]+)e([+-]\d+)$/.exec(value.toExponential())!;
  const exponent = Number(exponentText);
  if (exponent >= -4 && exponent < 19) return String(value);
  return `${sign}${digits}E${exponent < 0 ? '-' : '+'}${String(Math.abs(exponent)).padStart(2, '0')}`;
}

/**
 * What `string()` makes of a known value. A bool becomes `True` or `False`, as Azure writes it; arrays and objects
 * become JSON.
 */
export function valueToString(value: Value): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  return jsonText(value);
}

/** `value` as JSON without white space. */
export function jsonText(value: Value): string {
  if (value === null) return 'null';
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return JSON.stringify(value);
    case 'number':
    case 'bigint':
      return numberText(value);
    default:
      if (value instanceof Unknown) throw new EvaluationError('an unknown value has no text');
      if (Array.isArray(value)) return `[${value.map(jsonText).join(',')}]`;
      return `{${Object.entries(value)
        .map(([key, item]) => `${JSON.stringify(key)}:${jsonText(item)}`)
        .join(',')}}`;
  }
}

/** `string` (template-functions-string.md). */
export const string: TemplateFunction = {
  name: 'string',
  argumentsMin: 1,
  argumentsMax: 1,
  unknowns: 'handle',
  returns: 'string',
  run(args, call) {
    const value = valueAt(call, args, 0);
    if (!(value instanceof Unknown)) {
      return isKnown(value) ? limited(call, valueToString(value)) : call.unknown({ type: 'string' });
    }
    if (value.type === 'string') return value;
    const facts = { type: 'string', prefix: value.prefix, suffix: value.suffix } as const;
    return mapCandidates(value, call, facts, (candidate) =>
      isKnown(candidate) ? limited(call, valueToString(candidate)) : call.unknown(facts),
    );
  },
};
