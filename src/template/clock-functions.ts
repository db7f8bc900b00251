import { Unknown, type Value } from '../kernel/index.ts';
import { describeValue } from './describe-value.ts';
import { type ContextFunction, evaluate } from './evaluate.ts';
import { printExpression } from './expression-printer.ts';
import type { Frame } from './frame.ts';
import { formatDateTime, parseDateTime } from './functions/index.ts';
import { EvaluationError } from './template-function.ts';

/**
 * `utcNow` and `newGuid`: different at each deployment, so unknown unless the moment was given
 * (articles/azure-resource-manager/templates/template-functions-date.md, -string.md).
 */
export const clockFunctions: readonly ContextFunction<Frame>[] = [
  {
    name: 'utcNow',
    argumentsMin: 0,
    argumentsMax: 1,
    evaluate: (call, frame) => {
      const format = call.args[0] === undefined ? 'yyyyMMddTHHmmssZ' : evaluate(call.args[0], frame);
      return utcNow(frame.deployment.run.now, format);
    },
  },
  {
    name: 'newGuid',
    argumentsMin: 0,
    argumentsMax: 0,
    evaluate: () => clockUnknown('newGuid()', 'newGuid()'),
  },
];

function utcNow(now: string | undefined, format: Value): Value {
  const moment = now === undefined ? undefined : parseDateTime(now);
  if (typeof format !== 'string' && !(format instanceof Unknown))
    throw new EvaluationError(`utcNow expects a format, but got ${describeValue(format)}`);
  if (moment === undefined || format instanceof Unknown)
    return clockUnknown(`utcNow(${printExpression(format)})`, 'the time of the deployment');
  return formatDateTime(moment, format);
}

function clockUnknown(expression: string, name: string): Unknown {
  return new Unknown(expression, { type: 'string', causes: [{ kind: 'clock', name }] });
}
