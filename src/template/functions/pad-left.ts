import { EvaluationError, type TemplateFunction } from '../template-function.ts';
import { checkLength, indexAt, isInteger, isUnknown, refuse, stringAt } from './operands.ts';
import { unknownText } from './partial-text.ts';

/** `padLeft` of a string or an integer (template-functions-string.md). */
export const padLeft: TemplateFunction = {
  name: 'padLeft',
  argumentsMin: 2,
  argumentsMax: 3,
  unknowns: 'handle',
  returns: 'string',
  run(args, call) {
    const [value, width] = args;
    if (isUnknown(width) || isUnknown(args[2]))
      return unknownText(call, '', isUnknown(value) ? value.suffix : '');
    const length = indexAt(call, args, 1);
    checkLength(call, length);
    const padding = args.length > 2 ? stringAt(call, args, 2) : ' ';
    if (padding.length !== 1)
      throw new EvaluationError(`padLeft pads with one character, not with \`${padding}\``);
    if (isUnknown(value))
      return unknownText(call, value.prefix.length >= length ? value.prefix : '', value.suffix);
    if (typeof value !== 'string' && !isInteger(value)) return refuse(call, args, 0, 'a string or an int');
    return String(value).padStart(length, padding);
  },
};
