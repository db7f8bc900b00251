import type { Unknown, UnknownFacts, Value } from '../../kernel/index.ts';
import { type Argument, type Call, EvaluationError, type TemplateFunction } from '../template-function.ts';
import { mapCandidates } from './candidates.ts';
import { indexAt, isUnknown, isUnknownString, refuse, stringAt } from './operands.ts';

/** What is known of a string after its first `count` characters are gone. */
function afterStart(unknown: Unknown, count: number): UnknownFacts {
  const { prefix, suffix } = unknown;
  const lengthMin = Math.max(prefix.length, suffix.length);
  const kept = Math.max(Math.min(suffix.length, lengthMin - count), 0);
  return { type: 'string', prefix: prefix.slice(count), suffix: suffix.slice(suffix.length - kept) };
}

/** The type that a part of `value` has: that of the whole. */
function sameType(value: Unknown): UnknownFacts {
  return { type: isUnknownString(value) ? 'string' : value.type };
}

function partFunction(
  name: string,
  part: (value: string | Value[], count: number) => string | Value[],
  partOfUnknown: (value: Unknown, count: number) => string | UnknownFacts,
): TemplateFunction {
  const run = (args: readonly Argument[], call: Call): Value => {
    const [value, countArgument] = args;
    if (isUnknown(countArgument)) {
      if (isUnknown(value)) return call.unknown(sameType(value));
      return call.unknown({ type: Array.isArray(value) ? 'array' : 'string' });
    }
    const count = Math.max(indexAt(call, args, 1), 0);
    if (typeof value === 'string' || Array.isArray(value)) return part(value, count);
    if (!isUnknown(value)) return refuse(call, args, 0, 'an array or a string');
    const facts = isUnknownString(value) ? partOfUnknown(value, count) : sameType(value);
    if (typeof facts === 'string') return facts;
    return mapCandidates(value, call, facts, (candidate) => run([candidate, count], call));
  };
  return { name, argumentsMin: 2, argumentsMax: 2, unknowns: 'handle', run };
}

/** `take` of an array or a string (template-functions-array.md). */
export const take: TemplateFunction = partFunction(
  'take',
  (value, count) => value.slice(0, count),
  ({ prefix }, count) => (prefix.length >= count ? prefix.slice(0, count) : { type: 'string', prefix }),
);

/** `skip` of an array or a string (template-functions-array.md). */
export const skip: TemplateFunction = partFunction('skip', (value, count) => value.slice(count), afterStart);

function substringOf(text: string, start: number, length: number | undefined): string {
  const end = length === undefined ? text.length : start + length;
  if (start < 0 || start > text.length || end < start || end > text.length) {
    const asked = length === undefined ? `from ${start}` : `${length} characters from ${start}`;
    throw new EvaluationError(`substring asks for ${asked} of a string of ${text.length} characters`);
  }
  return text.slice(start, end);
}

/** `substring` (template-functions-string.md). Positions count UTF-16 code units, as in .NET. */
export const substring: TemplateFunction = {
  name: 'substring',
  argumentsMin: 1,
  argumentsMax: 3,
  unknowns: 'handle',
  returns: 'string',
  run(args, call) {
    const [text] = args;
    if (args.slice(1).some(isUnknown)) return call.unknown({ type: 'string' });
    const start = args.length > 1 ? indexAt(call, args, 1) : 0;
    const length = args.length > 2 ? indexAt(call, args, 2) : undefined;
    if (!isUnknown(text)) return substringOf(stringAt(call, args, 0), start, length);
    if (start < 0 || (length ?? 0) < 0) return substringOf('', start, length);
    if (length !== undefined && text.prefix.length >= start + length)
      return substringOf(text.prefix, start, length);
    const facts =
      length === undefined
        ? afterStart(text, start)
        : { type: 'string' as const, prefix: text.prefix.slice(start) };
    return mapCandidates(text, call, facts, (candidate) =>
      substringOf(stringAt(call, [candidate], 0), start, length),
    );
  },
};
