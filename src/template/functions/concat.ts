import type { Unknown, Value } from '../../kernel/index.ts';
import type { Argument, Call, TemplateFunction } from '../template-function.ts';
import { isUnknown, isUnknownString, refuse } from './operands.ts';
import { joinTexts, type Text, textOfUnknown } from './partial-text.ts';
import { valueToString } from './value-text.ts';

function isText(argument: Argument): argument is string | number | bigint | boolean {
  return typeof argument === 'string' || isScalar(argument);
}

// Loop indexes are joined to names everywhere: `concat('disk', copyIndex())`.
function isScalar(argument: Argument): argument is number | bigint | boolean {
  return typeof argument === 'boolean' || typeof argument === 'number' || typeof argument === 'bigint';
}

function concatTexts(args: readonly Argument[], call: Call): string | Unknown {
  const pieces = args.map((argument, position): Text => {
    if (isUnknown(argument)) return textOfUnknown(argument, valueToString);
    return isText(argument)
      ? valueToString(argument)
      : refuse(call, args, position, 'strings like the others');
  });
  return joinTexts(call, pieces);
}

function concatArrays(args: readonly Argument[], call: Call): Value {
  const result: Value[] = [];
  let isOpen = false;
  for (const [position, argument] of args.entries()) {
    if (Array.isArray(argument)) for (const item of argument) result.push(item);
    else if (isUnknown(argument)) isOpen = true;
    else refuse(call, args, position, 'arrays like the others');
  }
  return isOpen ? call.unknown({ type: 'array' }) : result;
}

/** `concat` of strings or of arrays (template-functions-string.md, template-functions-array.md). */
export const concat: TemplateFunction = {
  name: 'concat',
  argumentsMin: 1,
  argumentsMax: Number.POSITIVE_INFINITY,
  unknowns: 'handle',
  run(args, call) {
    const deciding = args.find(
      (argument) => !isUnknown(argument) || argument.type !== undefined || isUnknownString(argument),
    );
    if (deciding === undefined) return call.unknown();
    if (Array.isArray(deciding) || (isUnknown(deciding) && deciding.type === 'array')) {
      return concatArrays(args, call);
    }
    if (isText(deciding) || isUnknown(deciding)) return concatTexts(args, call);
    return refuse(call, args, args.indexOf(deciding), 'strings or arrays');
  },
};
