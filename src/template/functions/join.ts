import type { Value } from '../../kernel/index.ts';
import { type Call, EvaluationError, type TemplateFunction } from '../template-function.ts';
import { arrayAt, describe, isUnknown, refuse } from './operands.ts';
import { joinTexts, type Text, textOfUnknown } from './partial-text.ts';
import { valueToString } from './value-text.ts';

function pieceOf(item: Value, call: Call): Text {
  if (isUnknown(item)) return textOfUnknown(item, valueToString);
  if (item === null || typeof item === 'object') {
    throw new EvaluationError(`${call.name} expects an array of strings, but an item is ${describe(item)}`);
  }
  return valueToString(item);
}

/** `join` (template-functions-string.md). */
export const join: TemplateFunction = {
  name: 'join',
  argumentsMin: 2,
  argumentsMax: 2,
  unknowns: 'handle',
  returns: 'string',
  run(args, call) {
    const [array, delimiter] = args;
    if (isUnknown(array)) return call.unknown({ type: 'string' });
    const items = arrayAt(call, args, 0);
    if (typeof delimiter !== 'string' && !isUnknown(delimiter)) return refuse(call, args, 1, 'a string');
    const between: Text = isUnknown(delimiter) ? textOfUnknown(delimiter, valueToString) : delimiter;
    const pieces: Text[] = [];
    for (const item of items) {
      if (pieces.length > 0) pieces.push(between);
      pieces.push(pieceOf(item, call));
    }
    return joinTexts(call, pieces);
  },
};
