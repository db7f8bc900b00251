import { EvaluationError, type TemplateFunction } from '../template-function.ts';
import { isUnknown, stringAt } from './operands.ts';

/** `fail`: the deployment ends with a message (bicep-functions-flow-control.md). */
export const fail: TemplateFunction = {
  name: 'fail',
  argumentsMin: 1,
  argumentsMax: 1,
  unknowns: 'handle',
  run(args, call) {
    if (isUnknown(args[0])) throw new EvaluationError('fail is called with a message that is not known');
    throw new EvaluationError(`fail is called: ${stringAt(call, args, 0)}`);
  },
};
