import {
  fold,
  isKnown,
  joinCauses,
  type Limits,
  Unknown,
  type UnknownFacts,
  unknownsIn,
  type Value,
} from '../kernel/index.ts';
import type { EvaluationMeter } from './evaluation-meter.ts';
import type { CallExpression, Expression } from './expression.ts';
import { printFunctionCall } from './expression-printer.ts';
import {
  type Argument,
  type Call,
  EvaluationError,
  Lambda,
  type TemplateFunction,
  UnknownFunctionError,
} from './template-function.ts';
import { elementOf, memberOf } from './value-access.ts';

/**
 * A function that needs more than its arguments: it evaluates them itself (so it can be lazy) and sees its environment.
 */
export interface ContextFunction<E> {
  readonly name: string;
  readonly argumentsMin: number;
  readonly argumentsMax: number;
  evaluate(call: CallExpression, environment: E): Argument;
}

/** The functions of a language by folded name. */
export type FunctionTable<E> = ReadonlyMap<string, TemplateFunction | ContextFunction<E>>;

/** What expressions are evaluated in: the functions there are, the limits, and whatever the context functions need. */
export interface Environment {
  // biome-ignore lint/suspicious/noExplicitAny: the table is bound to the environment's own type where it is built
  readonly functions: FunctionTable<any>;
  readonly limits: Limits;
  /** Counts one evaluation; throws an EvaluationError when the run's budget is spent. */
  countEvaluation(): void;
  /** Bounds depth and sizes, where whoever wrote the expressions is not trusted with them. */
  readonly meter?: EvaluationMeter;
  /** Calls a user function, or a family of functions known by its prefix; `undefined` when there is none. */
  callOther(call: CallExpression): Argument | undefined;
}

/** Builds a function table; a later function of the same name replaces an earlier one. */
export function functionTable<E>(
  ...functions: readonly (readonly (TemplateFunction | ContextFunction<E>)[])[]
): FunctionTable<E> {
  return new Map(functions.flat().map((entry) => [fold(entry.name), entry]));
}

/**
 * Evaluates an expression. Unknown values flow through by each function's own rule.
 * Throws {@link EvaluationError} when the expression has no value.
 */
export function evaluate<E extends Environment>(expression: Expression, environment: E): Value {
  const result = evaluateArgument(expression, environment);
  if (result instanceof Lambda)
    throw new EvaluationError('a lambda can only be the argument of a function that takes one');
  return result;
}

/** Evaluates an argument, which may be a lambda. */
function evaluateArgument<E extends Environment>(expression: Expression, environment: E): Argument {
  switch (expression.kind) {
    case 'literal':
      return expression.value;
    case 'call':
      return located(expression, () => evaluateCall(expression, environment));
    case 'member':
      return located(expression, () =>
        memberOf(evaluate(expression.target, environment), expression.name, expression.safe),
      );
    case 'index':
      return located(expression, () => {
        const target = evaluate(expression.target, environment);
        return elementOf(target, evaluate(expression.index, environment), expression.safe);
      });
    default:
      return expression satisfies never;
  }
}

function located<T>(expression: Expression, run: () => T): T {
  try {
    return run();
  } catch (error) {
    if (error instanceof EvaluationError) error.at ??= expression;
    throw error;
  }
}

function evaluateCall<E extends Environment>(call: CallExpression, environment: E): Argument {
  environment.countEvaluation();
  const { meter } = environment;
  if (meter === undefined) return applyCall(call, environment);
  const result = meter.nested(() => applyCall(call, environment));
  if (!(result instanceof Lambda)) meter.admit(result);
  return result;
}

function applyCall<E extends Environment>(call: CallExpression, environment: E): Argument {
  const entry = call.namespace === '' ? environment.functions.get(fold(call.name)) : undefined;
  if (entry === undefined) {
    const result = environment.callOther(call);
    if (result === undefined) throw new UnknownFunctionError(qualifiedName(call));
    return result;
  }
  checkArgumentCount(entry, call.args.length);
  if ('evaluate' in entry) return entry.evaluate(call, environment);
  const args = call.args.map((arg) => evaluateArgument(arg, environment));
  return callFunction(entry, call.name, args, environment.limits);
}

/** Calls a pure function on values, with its rule for unknown arguments. */
export function callFunction(
  entry: TemplateFunction,
  name: string,
  args: readonly Argument[],
  limits: Limits,
): Value {
  const call = new FunctionCall(name, args, limits);
  const { watched } = call;
  const rule = entry.unknowns ?? 'propagate';
  if (rule === 'propagate' && args.some((arg) => !(arg instanceof Lambda) && !isKnown(arg)))
    return call.unknown({ type: entry.returns });
  if (rule === 'shallow' && args.some((arg) => arg instanceof Unknown))
    return call.unknown({ type: entry.returns });
  return entry.run(watched, call);
}

/** The `Call` that a function of values sees. */
class FunctionCall implements Call {
  readonly name: string;
  readonly limits: Limits;
  /** The arguments, with lambdas whose unknown results are causes of an unknown result of the call. */
  readonly watched: readonly Argument[];
  readonly #args: readonly Argument[];
  readonly #fromLambdas: Unknown[] = [];

  constructor(name: string, args: readonly Argument[], limits: Limits) {
    this.name = name;
    this.limits = limits;
    this.#args = args;
    this.watched = args.some((arg) => arg instanceof Lambda) ? args.map((arg) => this.#watch(arg)) : args;
  }

  unknown(facts: UnknownFacts = {}): Unknown {
    const inLambdas = { causes: joinCauses(this.#fromLambdas), secret: this.#fromLambdas.some(isSecret) };
    const values = this.#args.map((arg) =>
      arg instanceof Lambda ? new Unknown(printLambda(arg), inLambdas) : arg,
    );
    return unknownCall(this.name, values, facts);
  }

  #watch(arg: Argument): Argument {
    if (!(arg instanceof Lambda)) return arg;
    return new Lambda(arg.parameterNames, (args) => {
      const result = arg.invoke(...args);
      if (result instanceof Unknown) this.#fromLambdas.push(result);
      return result;
    });
  }
}

/** An unknown that prints as a call and carries the causes and the secrecy of the unknowns in its arguments. */
export function unknownCall(name: string, args: readonly Value[], facts: UnknownFacts = {}): Unknown {
  const unknowns = args.flatMap((arg) => unknownsIn(arg));
  return new Unknown(printFunctionCall(name, args), {
    causes: joinCauses(unknowns),
    secret: unknowns.some(isSecret),
    ...facts,
  });
}

function isSecret(unknown: Unknown): boolean {
  return unknown.secret;
}

function printLambda(lambda: Lambda): string {
  return `lambda(${lambda.parameterNames.map((name) => `'${name}'`).join(', ')}, …)`;
}

/** The name of a called function as the user wrote it. */
function qualifiedName(call: CallExpression): string {
  return call.namespace === '' ? call.name : `${call.namespace}.${call.name}`;
}

/** Throws when a function is called with too few or too many arguments. */
function checkArgumentCount(
  entry: { readonly name: string; readonly argumentsMin: number; readonly argumentsMax: number },
  count: number,
): void {
  const { name, argumentsMin: min, argumentsMax: max } = entry;
  if (count >= min && count <= max) return;
  const expected = min === max ? `${min}` : max === Infinity ? `at least ${min}` : `${min} to ${max}`;
  throw new EvaluationError(
    `${name} takes ${expected} argument${expected === '1' ? '' : 's'}, but got ${count}`,
  );
}
