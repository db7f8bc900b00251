import type { Value } from '../../kernel/index.ts';
import { isKnown } from '../../kernel/index.ts';
import type { Argument, Call, TemplateFunction } from '../template-function.ts';
import { mapCandidates } from './candidates.ts';
import { deepEquals } from './deep-equals.ts';
import { lowerInvariant } from './letter-case.ts';
import { isUnknown, refuse, stringAt, valueAt } from './operands.ts';

type Direction = 'first' | 'last';

function inText(text: string, item: string, direction: Direction): number {
  const [where, what] = [lowerInvariant(text), lowerInvariant(item)];
  return direction === 'first' ? where.indexOf(what) : where.lastIndexOf(what);
}

/** The place of `item`; `undefined` when a member that comes before the first certain one may be it. */
function inArray(array: readonly Value[], item: Value, direction: Direction): number | undefined {
  for (let step = 0; step < array.length; step++) {
    const index = direction === 'first' ? step : array.length - 1 - step;
    const equal = deepEquals(array[index]!, item);
    if (equal === undefined) return undefined;
    if (equal) return index;
  }
  return -1;
}

function locate(args: readonly Argument[], call: Call, direction: Direction): Value {
  const [where, what] = args;
  const facts = { type: 'int' } as const;
  if (Array.isArray(where)) return inArray(where, valueAt(call, args, 1), direction) ?? call.unknown(facts);
  if (isUnknown(where)) {
    // An occurrence at the known start is the first one, whatever follows.
    const start =
      direction === 'first' && typeof what === 'string' ? inText(where.prefix, what, direction) : -1;
    if (start >= 0 && where.prefix !== '') return start;
    if (isUnknown(what) || !isKnown(valueAt(call, args, 1))) return call.unknown(facts);
    return mapCandidates(where, call, facts, (candidate) => locate([candidate, what!], call, direction));
  }
  if (typeof where !== 'string') return refuse(call, args, 0, 'a string or an array');
  if (!isUnknown(what)) return inText(where, stringAt(call, args, 1), direction);
  return mapCandidates(what, call, facts, (candidate) => locate([where, candidate], call, direction));
}

function positionFunction(name: string, direction: Direction): TemplateFunction {
  return {
    name,
    argumentsMin: 2,
    argumentsMax: 2,
    unknowns: 'handle',
    returns: 'int',
    run: (args, call) => locate(args, call, direction),
  };
}

/** `indexOf`: in strings without regard to case, in arrays with (template-functions-string.md, -array.md). */
export const indexOf: TemplateFunction = positionFunction('indexOf', 'first');

/** `lastIndexOf`: in strings without regard to case, in arrays with (template-functions-string.md, -array.md). */
export const lastIndexOf: TemplateFunction = positionFunction('lastIndexOf', 'last');
