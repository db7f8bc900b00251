import { fold, type Value } from '../kernel/index.ts';
import { describeValue } from './describe-value.ts';
import { type ContextFunction, evaluate } from './evaluate.ts';
import type { CallExpression } from './expression.ts';
import type { Frame } from './frame.ts';
import { EvaluationError, Lambda } from './template-function.ts';

/** `lambda` and `lambdaVariables` (articles/azure-resource-manager/templates/template-functions-lambda.md). */
export const lambdaFunctions: readonly ContextFunction<Frame>[] = [
  { name: 'lambda', argumentsMin: 1, argumentsMax: Infinity, evaluate: makeLambda },
  { name: 'lambdaVariables', argumentsMin: 1, argumentsMax: 1, evaluate: lambdaVariable },
];

function makeLambda(call: CallExpression, frame: Frame): Lambda {
  const body = call.args.at(-1)!;
  const names = call.args.slice(0, -1).map((arg) => nameOf(evaluate(arg, frame)));
  return new Lambda(names, (args) => {
    if (args.length < names.length)
      throw new EvaluationError(`the lambda takes ${names.length} arguments, but got ${args.length}`);
    let inner = frame;
    for (const [index, name] of names.entries()) inner = inner.withLambda(name, args[index]!);
    return evaluate(body, inner);
  });
}

function lambdaVariable(call: CallExpression, frame: Frame): Value {
  const name = nameOf(evaluate(call.args[0]!, frame));
  for (let binding = frame.lambda; binding !== undefined; binding = binding.outer) {
    if (fold(binding.name) === fold(name)) return binding.value;
  }
  throw new EvaluationError(`there is no lambda variable \`${name}\` here`);
}

function nameOf(value: Value): string {
  if (typeof value === 'string') return value;
  throw new EvaluationError(`the name of a lambda variable is ${describeValue(value)}, not a string`);
}
