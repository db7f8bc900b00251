import { EvaluationError, type TemplateFunction } from '../template-function.ts';
import { integerAt, isUnknown, valueAt } from './operands.ts';

const rangeCountMax = 10_000n;
const rangeEndMax = 2_147_483_647n;

/** `array`: the value itself if it is an array, else an array of it (template-functions-array.md). */
export const array: TemplateFunction = {
  name: 'array',
  argumentsMin: 1,
  argumentsMax: 1,
  unknowns: 'handle',
  returns: 'array',
  run(args, call) {
    const value = valueAt(call, args, 0);
    if (Array.isArray(value)) return value;
    if (!isUnknown(value) || (value.type !== undefined && value.type !== 'array')) return [value];
    return value.type === 'array' ? value : call.unknown({ type: 'array' });
  },
};

/** `createArray` (template-functions-array.md). */
export const createArray: TemplateFunction = {
  name: 'createArray',
  argumentsMin: 0,
  argumentsMax: Number.POSITIVE_INFINITY,
  unknowns: 'handle',
  returns: 'array',
  run: (args, call) => args.map((_, position) => valueAt(call, args, position)),
};

/** `range` of integers (template-functions-array.md). */
export const range: TemplateFunction = {
  name: 'range',
  argumentsMin: 2,
  argumentsMax: 2,
  returns: 'array',
  run(args, call) {
    const [start, count] = [integerAt(call, args, 0), integerAt(call, args, 1)];
    if (count < 0n || count > rangeCountMax) {
      throw new EvaluationError(`range makes 0 to ${rangeCountMax} integers, not ${count}`);
    }
    if (start < -rangeEndMax - 1n || start + count > rangeEndMax) {
      throw new EvaluationError(`range from ${start} leaves the 32-bit integers`);
    }
    const first = Number(start);
    return Array.from({ length: Number(count) }, (_, index) => first + index);
  },
};
