import { defaultLimits, fold, type Value, type ValueObject } from '../../kernel/index.ts';
import {
  type Environment,
  type Expression,
  evaluate,
  functionTable,
  logicFunctions,
  parseExpression,
  pureFunctions,
} from '../../template/index.ts';

/** The inputs that parameters take from a tool around the deployment, in the order in which they are met (articles/azure-resource-manager/bicep/bicep-functions-parameters-file.md). */
export class ExternalInputs {
  readonly #keys = new Map<string, string>();
  readonly definitions: ValueObject = {};

  /** The expression with each `externalInput(kind, config)` in it as `externalInputs(key)`; `undefined` where it cannot be read. */
  rewrite(text: string): string | undefined {
    const expression = parseExpression(`[${text}]`, defaultLimits);
    if (expression.kind === 'problem') return undefined;
    const calls = [...callsIn(expression)].sort((a, b) => a.start - b.start);
    const parts: string[] = [];
    let from = 1;
    for (const call of calls) {
      const key = this.#keyOf(call);
      if (key === undefined) return undefined;
      parts.push(`[${text}`.slice(from, call.start), `externalInputs('${key}')`);
      from = call.end;
    }
    parts.push(text.slice(from - 1));
    return parts.join('');
  }

  #keyOf({ args }: CallExpression): string | undefined {
    const [kind, config] = args.map(constantOf);
    if (typeof kind !== 'string' || (args.length > 1 && config === undefined)) return undefined;
    const identity = JSON.stringify([kind, config], (_, one) =>
      typeof one === 'bigint' ? String(one) : one,
    );
    const known = this.#keys.get(identity);
    if (known !== undefined) return known;
    const key = `${kind.replaceAll(/[^A-Za-z0-9_]+/g, '_')}_${this.#keys.size}`;
    this.#keys.set(identity, key);
    this.definitions[key] = config === undefined ? { kind } : { kind, config };
    return key;
  }
}

type CallExpression = Extract<Expression, { kind: 'call' }>;

function* callsIn(expression: Expression): Iterable<CallExpression> {
  switch (expression.kind) {
    case 'call':
      if (expression.namespace === '' && fold(expression.name) === 'externalinput') yield expression;
      else for (const arg of expression.args) yield* callsIn(arg);
      return;
    case 'member':
      yield* callsIn(expression.target);
      return;
    case 'index':
      yield* callsIn(expression.target);
      yield* callsIn(expression.index);
      return;
    default:
  }
}

const constants: Environment = {
  functions: functionTable(pureFunctions, logicFunctions),
  limits: defaultLimits,
  countEvaluation: () => {},
  callOther: () => undefined,
};

function constantOf(expression: Expression): Value | undefined {
  const isConstant = (one: Expression): boolean =>
    one.kind === 'literal' ||
    (one.kind === 'call' && constants.functions.has(fold(one.name)) && one.args.every(isConstant));
  return isConstant(expression) ? evaluate(expression, constants) : undefined;
}
