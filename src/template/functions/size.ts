import { isObject, type Value } from '../../kernel/index.ts';
import { type Argument, type Call, Lambda, type TemplateFunction } from '../template-function.ts';
import { mapCandidates } from './candidates.ts';
import { isUnknown, refuse } from './operands.ts';

function sizeOf(argument: Argument | undefined): number | undefined {
  if (typeof argument === 'string' || Array.isArray(argument)) return argument.length;
  return isObject(argument) && !(argument instanceof Lambda) ? Object.keys(argument).length : undefined;
}

/** `length` of an array, a string or an object (template-functions-array.md). */
export const length: TemplateFunction = {
  name: 'length',
  argumentsMin: 1,
  argumentsMax: 1,
  unknowns: 'handle',
  returns: 'int',
  run(args, call): Value {
    const [value] = args;
    if (!isUnknown(value)) return sizeOf(value) ?? refuse(call, args, 0, 'an array, an object or a string');
    return mapCandidates(value, call, { type: 'int' }, (candidate) => length.run([candidate], call));
  },
};

function isEmpty(args: readonly Argument[], call: Call): boolean {
  const [value] = args;
  if (value === null) return true;
  return (sizeOf(value) ?? refuse(call, args, 0, 'an array, an object, a string or null')) === 0;
}

/** `empty` of an array, an object, a string or null (template-functions-array.md). */
export const empty: TemplateFunction = {
  name: 'empty',
  argumentsMin: 1,
  argumentsMax: 1,
  unknowns: 'handle',
  returns: 'bool',
  run(args, call) {
    const [value] = args;
    if (!isUnknown(value)) return isEmpty(args, call);
    if (value.prefix !== '' || value.suffix !== '') return false;
    return mapCandidates(value, call, { type: 'bool' }, (candidate) => isEmpty([candidate], call));
  },
};
