import { Unknown, type Value, type ValueObject } from '../../kernel/index.ts';
import {
  type ContextFunction,
  describeValue,
  EvaluationError,
  evaluate,
  formatDateTime,
  parseDateTime,
} from '../../template/index.ts';
import type { PolicyEnvironment } from '../policy-environment.ts';
import { unknownFact } from '../unknown-fact.ts';

/** The functions that tell a rule about its assignment, the request and the scope (definition-structure-policy-rule.md#policy-functions). */
export const contextFunctions: readonly ContextFunction<PolicyEnvironment>[] = [
  {
    name: 'parameters',
    argumentsMin: 1,
    argumentsMax: 1,
    evaluate: (call, environment) => {
      const name = evaluate(call.args[0]!, environment);
      if (typeof name !== 'string')
        throw new EvaluationError(`parameters expects a name, but got ${describeValue(name)}`);
      return environment.parameter(name);
    },
  },
  fact(
    'subscription',
    ({ parts }) => parts.context.subscription ?? unknownFact('subscription()', 'the subscription', 'object'),
  ),
  fact(
    'resourceGroup',
    ({ parts }) =>
      parts.context.resourceGroup ?? unknownFact('resourceGroup()', 'the resource group', 'object'),
  ),
  fact('policy', policyObject),
  fact('requestContext', requestContext),
  {
    name: 'utcNow',
    argumentsMin: 0,
    argumentsMax: 1,
    evaluate: (call, environment) =>
      utcNow(environment, call.args[0] === undefined ? undefined : evaluate(call.args[0], environment)),
  },
];

function fact(
  name: string,
  run: (environment: PolicyEnvironment) => Value,
): ContextFunction<PolicyEnvironment> {
  return { name, argumentsMin: 0, argumentsMax: 0, evaluate: (_, environment) => run(environment) };
}

function policyObject({ parts: { identity } }: PolicyEnvironment): Value {
  const object: ValueObject = {};
  for (const [key, value] of Object.entries(identity)) if (value !== undefined) object[key] = value;
  return object;
}

/** The API version is that of the request before deployment; a scan uses the newest. The caller's identity exists only in a request. */
function requestContext({ parts: { context } }: PolicyEnvironment): Value {
  return {
    apiVersion:
      context.requestApiVersion ??
      unknownFact('requestContext().apiVersion', 'the API version of the request', 'string'),
    identity:
      context.requestIdentity ??
      unknownFact('requestContext().identity', 'the identity that makes the request', 'object'),
  };
}

function utcNow({ parts: { context } }: PolicyEnvironment, format: Value | undefined): Value {
  if (context.now === undefined)
    return new Unknown('utcNow()', {
      type: 'string',
      causes: [{ kind: 'clock', name: 'the time of the evaluation' }],
    });
  if (format === undefined) return context.now;
  const moment = parseDateTime(context.now);
  if (moment === undefined || typeof format !== 'string')
    throw new EvaluationError('utcNow expects a date format');
  return formatDateTime(moment, format);
}
