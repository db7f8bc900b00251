import type { Unknown, Value } from '../../kernel/index.ts';
import type { TemplateFunction } from '../template-function.ts';
import { mapCandidates } from './candidates.ts';
import { isUnknown, isUnknownString, refuse } from './operands.ts';

function endFunction(name: string, at: -1 | 0, knownText: (unknown: Unknown) => string): TemplateFunction {
  const run: TemplateFunction['run'] = (args, call) => {
    const [value] = args;
    if (typeof value === 'string') return value.at(at) ?? '';
    if (Array.isArray(value)) return value.at(at) ?? null;
    if (!isUnknown(value)) return refuse(call, args, 0, 'an array or a string');
    const character = knownText(value).at(at);
    if (character !== undefined) return character;
    const facts = isUnknownString(value) ? ({ type: 'string' } as const) : {};
    return mapCandidates(value, call, facts, (candidate): Value => run([candidate], call));
  };
  return { name, argumentsMin: 1, argumentsMax: 1, unknowns: 'handle', run };
}

/** `first`: the first member of an array (null if there is none) or character of a string (template-functions-array.md). */
export const first: TemplateFunction = endFunction('first', 0, (unknown) => unknown.prefix);

/** `last`: the last member of an array (null if there is none) or character of a string (template-functions-array.md). */
export const last: TemplateFunction = endFunction('last', -1, (unknown) => unknown.suffix);
