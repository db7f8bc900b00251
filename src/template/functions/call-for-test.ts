import {
  defaultLimits,
  isKnown,
  joinCauses,
  type Limits,
  Unknown,
  type UnknownFacts,
  unknownsIn,
  type Value,
} from '../../kernel/index.ts';
import {
  type Argument,
  type Call,
  EvaluationError,
  Lambda,
  type TemplateFunction,
} from '../template-function.ts';
import { pureFunctions } from './index.ts';

/** Calls a function for a test, meeting unknown arguments the way its contract states. */
export function run(name: string, ...args: Argument[]): Value {
  return runWith({}, name, ...args);
}

/** As {@link run}, with other limits. */
export function runWith(limits: Partial<Limits>, name: string, ...args: Argument[]): Value {
  const definition = functionNamed(name);
  if (args.length < definition.argumentsMin || args.length > definition.argumentsMax) {
    throw new EvaluationError(`${name} does not take ${args.length} arguments`);
  }
  const call = callFor(name, args, { ...defaultLimits, ...limits });
  const mode = definition.unknowns ?? 'propagate';
  const values = args.filter((argument): argument is Value => !(argument instanceof Lambda));
  const stops =
    mode === 'propagate' ? !values.every(isKnown) : values.some((value) => value instanceof Unknown);
  if (mode !== 'handle' && stops) return call.unknown({ type: definition.returns });
  return definition.run(args, call);
}

function functionNamed(name: string): TemplateFunction {
  const definition = pureFunctions.find((candidate) => candidate.name.toLowerCase() === name.toLowerCase());
  if (!definition) throw new Error(`there is no function ${name}`);
  return definition;
}

function callFor(name: string, args: readonly Argument[], limits: Limits): Call {
  return {
    name,
    limits,
    unknown(facts: UnknownFacts = {}) {
      const unknowns = args.flatMap((argument) => (argument instanceof Lambda ? [] : unknownsIn(argument)));
      return new Unknown(`${name}(...)`, {
        causes: joinCauses(unknowns),
        secret: unknowns.some((unknown) => unknown.secret),
        ...facts,
      });
    },
  };
}

/** An unknown value for a test: `unknown({ prefix: 'abc' })`. */
export function unknown(facts: UnknownFacts = {}): Unknown {
  return new Unknown("parameters('x')", { causes: [{ kind: 'parameter', name: 'parameter x' }], ...facts });
}

/** A lambda for a test, with a parameter for each parameter of `body`. */
export function lambda(body: (...args: Value[]) => Value, parameterCount = body.length): Lambda {
  const names = Array.from({ length: parameterCount }, (_, index) => `p${index}`);
  return new Lambda(names, (args) => body(...args));
}

/** What a test can see of a result: the value itself, or the facts about an unknown. */
export function seen(value: Value): unknown {
  if (!(value instanceof Unknown)) return value;
  const { type, prefix, suffix, candidates, secret } = value;
  const facts = {
    type,
    prefix: prefix || undefined,
    suffix: suffix || undefined,
    candidates,
    secret: secret || undefined,
  };
  return { unknown: Object.fromEntries(Object.entries(facts).filter(([, fact]) => fact !== undefined)) };
}
