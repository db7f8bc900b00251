import type { Limits, Unknown, UnknownFacts, Value } from '../kernel/index.ts';

/** A lambda handed to `map`, `filter`, `reduce` ...: `lambda('x', body)`. */
export class Lambda {
  readonly parameterNames: readonly string[];
  readonly #invoke: (args: readonly Value[]) => Value;

  constructor(parameterNames: readonly string[], invoke: (args: readonly Value[]) => Value) {
    this.parameterNames = parameterNames;
    this.#invoke = invoke;
  }

  /** Evaluates the body with its parameters bound in order. */
  invoke(...args: Value[]): Value {
    return this.#invoke(args);
  }
}

/** What a function is called with. */
export type Argument = Value | Lambda;

/** What a function may ask of the call it runs in. */
export interface Call {
  /** The function's name as the user wrote it. */
  readonly name: string;
  /** An unknown result: it prints as this call and carries the causes of every unknown argument. */
  unknown(facts?: UnknownFacts): Unknown;
  readonly limits: Limits;
}

/**
 * A function of the ARM template language that depends on nothing but its arguments.
 *
 * How unknown arguments are met is stated per function:
 * - `propagate` (default): any unknown in any argument, however deep, makes the result unknown, of type `returns`;
 *   `run` never sees an unknown
 * - `shallow`: an argument that is itself unknown makes the result unknown; unknowns inside arrays and objects
 *   reach `run`, which only moves them about
 * - `handle`: `run` sees every unknown and says what is still known
 */
export interface TemplateFunction {
  /** The documented spelling; calls are matched without regard to case. */
  readonly name: string;
  readonly argumentsMin: number;
  /** `Infinity` for functions of any number of arguments. */
  readonly argumentsMax: number;
  readonly unknowns?: 'propagate' | 'shallow' | 'handle';
  readonly returns?: UnknownFacts['type'];
  /** Computes the result. Throws {@link EvaluationError} when the arguments are not usable. */
  run(args: readonly Argument[], call: Call): Value;
}

/** Says why an expression cannot be evaluated. Caught where the expression stands and turned into a diagnostic. */
export class EvaluationError extends Error {
  override readonly name = 'EvaluationError';
  /** The part of the expression that failed, set by the evaluator. */
  at: { readonly start: number; readonly end: number } | undefined;
}

/** A call of a function that does not exist, so that the diagnostic can say what was meant. */
export class UnknownFunctionError extends EvaluationError {
  readonly functionName: string;

  constructor(functionName: string) {
    super(`there is no function \`${functionName}\``);
    this.functionName = functionName;
  }
}
