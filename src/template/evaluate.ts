import {
  findKey,
  fold,
  isKnown,
  joinCauses,
  type Limits,
  Unknown,
  type UnknownFacts,
  unknownsIn,
  type Value,
  type ValueObject,
} from '../kernel/index.ts';
import type { CallExpression, Expression } from './expression.ts';
import { printExpression, printFunctionCall } from './expression-printer.ts';
import {
  type Argument,
  type Call,
  EvaluationError,
  Lambda,
  type TemplateFunction,
  UnknownFunctionError,
} from './template-function.ts';

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
export function evaluateArgument<E extends Environment>(expression: Expression, environment: E): Argument {
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
  const rule = entry.unknowns ?? 'propagate';
  if (rule === 'propagate' && args.some((arg) => !(arg instanceof Lambda) && !isKnown(arg)))
    return call.unknown({ type: entry.returns });
  if (rule === 'shallow' && args.some((arg) => arg instanceof Unknown))
    return call.unknown({ type: entry.returns });
  return entry.run(args, call);
}

/** The `Call` that a function of values sees. */
export class FunctionCall implements Call {
  readonly name: string;
  readonly limits: Limits;
  readonly #args: readonly Argument[];

  constructor(name: string, args: readonly Argument[], limits: Limits) {
    this.name = name;
    this.limits = limits;
    this.#args = args;
  }

  unknown(facts: UnknownFacts = {}): Unknown {
    const values = this.#args.map((arg) => (arg instanceof Lambda ? new Unknown(printLambda(arg)) : arg));
    return unknownCall(this.name, values, facts);
  }
}

/** An unknown that prints as a call and carries the causes and the secrecy of the unknowns in its arguments. */
export function unknownCall(name: string, args: readonly Value[], facts: UnknownFacts = {}): Unknown {
  const unknowns = args.flatMap((arg) => unknownsIn(arg));
  return new Unknown(printFunctionCall(name, args), {
    causes: joinCauses(unknowns),
    secret: unknowns.some((unknown) => unknown.secret),
    ...facts,
  });
}

function printLambda(lambda: Lambda): string {
  return `lambda(${lambda.parameterNames.map((name) => `'${name}'`).join(', ')}, …)`;
}

/** The name of a called function as the user wrote it. */
export function qualifiedName(call: CallExpression): string {
  return call.namespace === '' ? call.name : `${call.namespace}.${call.name}`;
}

/** Throws when a function is called with too few or too many arguments. */
export function checkArgumentCount(
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

/** A property of a value, found without regard to case. */
export function memberOf(target: Value, name: string, safe = false): Value {
  if (target instanceof Unknown) return memberOfUnknown(target, name, safe);
  if (target === null && safe) return null;
  if (typeof target !== 'object' || target === null || Array.isArray(target)) {
    throw new EvaluationError(`\`${name}\` is asked of ${describeValue(target)}, which has no properties`);
  }
  const key = findKey(target, name);
  if (key !== undefined) return target[key]!;
  if (safe) return null;
  const names = Object.keys(target);
  const shown = names.length === 0 ? 'none' : names.slice(0, 8).join(', ') + (names.length > 8 ? ', …' : '');
  throw new EvaluationError(`the object has no property \`${name}\`; it has ${shown}`);
}

function memberOfUnknown(target: Unknown, name: string, safe: boolean): Value {
  const known = target.known?.();
  const key = known === undefined || Array.isArray(known) ? undefined : findKey(known, name);
  const text = accessText(target, name, safe);
  return key === undefined ? target.derive(text) : openPart((known as ValueObject)[key]!, target, text);
}

/**
 * A part that is known of something that is not. What is written for an object or array says nothing of what else it will
 * have, so it stays open: asking for more gives an unknown, not an error.
 */
function openPart(part: Value, whole: Unknown, text: string): Value {
  if (typeof part !== 'object' || part === null || part instanceof Unknown) return part;
  return whole.derive(text, { known: () => part, type: Array.isArray(part) ? 'array' : 'object' });
}

function accessText(target: Unknown, name: string, safe: boolean): string {
  return `${target.expression}.${safe ? '?' : ''}${name}`;
}

const candidateCountMax = 16;

/** An element of an array by position, or a property of an object by name. */
export function elementOf(target: Value, index: Value, safe = false): Value {
  if (typeof index === 'string' && (target === null || typeof target === 'object')) {
    if (!Array.isArray(target)) return memberOf(target, index, safe);
  }
  if (target instanceof Unknown) return elementOfUnknown(target, index);
  if (index instanceof Unknown) {
    const choices = Array.isArray(target)
      ? target
      : target !== null && typeof target === 'object'
        ? Object.values(target)
        : [];
    const candidates =
      choices.length <= candidateCountMax && choices.length > 0 && choices.every(isKnown)
        ? choices
        : undefined;
    return index.derive(`${printExpression(target)}[${index.expression}]`, { candidates });
  }
  if (target === null && safe) return null;
  if (!Array.isArray(target))
    throw new EvaluationError(`an element is asked of ${describeValue(target)}, which is not an array`);
  if (typeof index !== 'number' || !Number.isInteger(index)) {
    throw new EvaluationError(`an array is indexed by an integer, not by ${describeValue(index)}`);
  }
  const element = target[index];
  if (element !== undefined) return element;
  if (safe) return null;
  throw new EvaluationError(`the array has ${target.length} elements, so there is none at ${index}`);
}

function elementOfUnknown(target: Unknown, index: Value): Value {
  const known = target.known?.();
  const text = `${target.expression}[${printExpression(index)}]`;
  const element = Array.isArray(known) && typeof index === 'number' ? known[index] : undefined;
  return element === undefined ? target.derive(text) : openPart(element, target, text);
}

/** What a value is, in the words of messages: `an int`, `a string`, `an unknown string` ... */
export function describeValue(value: Argument): string {
  if (value === null) return 'null';
  if (value instanceof Lambda) return 'a lambda';
  if (value instanceof Unknown)
    return value.type === undefined ? 'an unknown value' : `an unknown ${value.type}`;
  if (Array.isArray(value)) return 'an array';
  switch (typeof value) {
    case 'string':
      return 'a string';
    case 'boolean':
      return 'a bool';
    case 'object':
      return 'an object';
    default:
      return typeof value === 'bigint' || Number.isInteger(value) ? 'an int' : 'a float';
  }
}
