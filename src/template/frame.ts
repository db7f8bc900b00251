import { fold, type Limits, type Value } from '../kernel/index.ts';
import type { Deployment } from './deployment.ts';
import type { Environment, FunctionTable } from './evaluate.ts';
import { evaluate, unknownCall } from './evaluate.ts';
import type { EvaluationMeter } from './evaluation-meter.ts';
import type { CallExpression } from './expression.ts';
import { type Argument, EvaluationError } from './template-function.ts';
import { templateFunctions } from './template-functions.ts';
import { unreadableNamespace, unreadablePart } from './unreadable-part.ts';

/** A copy loop that is being run. */
export interface LoopBinding {
  readonly name: string;
  /** Whether it repeats resources or outputs: `copyIndex()` without a name means such a loop, not one of a property. */
  readonly isOfResources: boolean;
  /** The zero-based iteration; unknown for a loop whose count is. */
  readonly index: Value;
  readonly outer: LoopBinding | undefined;
}

/** The variables of a lambda that is being called. */
export interface LambdaBinding {
  readonly name: string;
  readonly value: Value;
  readonly outer: LambdaBinding | undefined;
}

/** Where an expression of a template stands: its deployment, the loops and lambdas around it, a user function's parameters. */
export class Frame implements Environment {
  readonly deployment: Deployment;
  readonly loop: LoopBinding | undefined;
  readonly lambda: LambdaBinding | undefined;
  /** Set inside a user function, whose body sees nothing but its own parameters. */
  readonly functionParameters: ReadonlyMap<string, Value> | undefined;
  /** The user functions that are being called, outermost first. */
  readonly functionPath: readonly string[];

  constructor(
    deployment: Deployment,
    loop?: LoopBinding,
    lambda?: LambdaBinding,
    functionParameters?: ReadonlyMap<string, Value>,
    functionPath: readonly string[] = [],
  ) {
    this.deployment = deployment;
    this.loop = loop;
    this.lambda = lambda;
    this.functionParameters = functionParameters;
    this.functionPath = functionPath;
  }

  get functions(): FunctionTable<Frame> {
    return templateFunctions;
  }

  get limits(): Limits {
    return this.deployment.run.limits;
  }

  countEvaluation(): void {
    this.meter.spend(1);
  }

  get meter(): EvaluationMeter {
    return this.deployment.run.meter;
  }

  withLoop(name: string, index: Value, isOfResources = false): Frame {
    return new Frame(
      this.deployment,
      { name, isOfResources, index, outer: this.loop },
      this.lambda,
      this.functionParameters,
      this.functionPath,
    );
  }

  withLambda(name: string, value: Value): Frame {
    return new Frame(
      this.deployment,
      this.loop,
      { name, value, outer: this.lambda },
      this.functionParameters,
      this.functionPath,
    );
  }

  callOther(call: CallExpression): Argument | undefined {
    if (call.namespace === unreadableNamespace) return unreadablePart(call);
    const { outer } = this.deployment;
    if (outer !== undefined && call.namespace !== '') return outer.callFrom(call, this);
    const userFunction = this.deployment.sections.functions.get(fold(`${call.namespace}.${call.name}`));
    if (userFunction !== undefined) return this.#callUserFunction(call, userFunction.parameterNames, this);
    if (call.namespace === '' && /^list/i.test(call.name)) return this.#callList(call);
    return undefined;
  }

  /** Calls a function of this frame's template for a nested template with outer scope, which has none of its own. */
  callFrom(call: CallExpression, caller: Frame): Argument | undefined {
    const { outer } = this.deployment;
    if (outer !== undefined) return outer.callFrom(call, caller);
    const userFunction = this.deployment.sections.functions.get(fold(`${call.namespace}.${call.name}`));
    return userFunction === undefined
      ? undefined
      : this.#callUserFunction(call, userFunction.parameterNames, caller);
  }

  #callUserFunction(call: CallExpression, parameterNames: readonly string[], caller: Frame): Value {
    if (call.args.length !== parameterNames.length) {
      throw new EvaluationError(
        `${call.namespace}.${call.name} takes ${parameterNames.length} arguments, but got ${call.args.length}`,
      );
    }
    const name = fold(`${call.namespace}.${call.name}`);
    if (caller.functionPath.includes(name))
      throw new EvaluationError(`${call.namespace}.${call.name} calls itself`);
    const values = call.args.map((arg) => evaluate(arg, caller));
    const parameters = new Map(parameterNames.map((name, index) => [fold(name), values[index]!]));
    const body = new Frame(this.deployment, undefined, undefined, parameters, [...caller.functionPath, name]);
    return this.deployment.evaluateFunctionBody(name, body);
  }

  /** `listKeys`, `listSecrets` ...: only the running resource can answer, and what it answers is secret. */
  #callList(call: CallExpression): Value {
    if (call.args.length === 0)
      throw new EvaluationError(`${call.name} takes at least 1 argument, but got 0`);
    const args = call.args.map((arg) => evaluate(arg, this));
    const text = unknownCall(call.name, args);
    return text.derive(text.expression, {
      type: 'object',
      secret: true,
      causes: [...text.causes, { kind: 'secret', name: `${call.name}(…)` }],
    });
  }
}
