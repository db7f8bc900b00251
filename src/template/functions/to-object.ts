import { findKey, type Value, type ValueObject } from '../../kernel/index.ts';
import { type Argument, type Call, EvaluationError, type TemplateFunction } from '../template-function.ts';
import { arrayAt, describe, isUnknown, lambdaAt, setKey } from './operands.ts';

/** Turns each item into a key and a value and hands them to `add`. False if a key is not known. */
function eachEntry(args: readonly Argument[], call: Call, add: (key: string, value: Value) => void): boolean {
  const makeKey = lambdaAt(call, args, 1);
  const makeValue = args.length > 2 ? lambdaAt(call, args, 2) : undefined;
  let isComplete = true;
  for (const item of arrayAt(call, args, 0)) {
    const key = makeKey.invoke(item);
    const value = makeValue ? makeValue.invoke(item) : item;
    if (isUnknown(key)) isComplete = false;
    else if (typeof key === 'string') add(key, value);
    else
      throw new EvaluationError(
        `${call.name} expects a lambda that gives a string, but it gives ${describe(key)}`,
      );
  }
  return isComplete;
}

/** `toObject` of an array by lambdas for key and value; of equal keys the last stays (template-functions-lambda.md). */
export const toObject: TemplateFunction = {
  name: 'toObject',
  argumentsMin: 2,
  argumentsMax: 3,
  unknowns: 'shallow',
  returns: 'object',
  run(args, call) {
    const object: ValueObject = {};
    const isComplete = eachEntry(args, call, (key, value) => setKey(call, object, key, value));
    return isComplete ? object : call.unknown({ type: 'object' });
  },
};

/** `groupBy`: an object of arrays of the items that share a key (template-functions-lambda.md). */
export const groupBy: TemplateFunction = {
  name: 'groupBy',
  argumentsMin: 2,
  argumentsMax: 3,
  unknowns: 'shallow',
  returns: 'object',
  run(args, call) {
    const groups: ValueObject = {};
    const isComplete = eachEntry(args, call, (key, value) => {
      const present = findKey(groups, key);
      if (present === undefined) setKey(call, groups, key, [value]);
      else (groups[present] as Value[]).push(value);
    });
    return isComplete ? groups : call.unknown({ type: 'object' });
  },
};
