import {
  escapeToken,
  fold,
  isObject,
  type Limits,
  suggest,
  textOfValue,
  type Value,
  type ValueObject,
} from '../kernel/index.ts';
import type { Condition, LeafCondition, LeftSide, Operand } from './condition.ts';
import { RuleProblem, readOperand } from './operand.ts';
import { operators } from './operators/index.ts';
import { policyLimits, ruleLimits } from './policy-limits.ts';

/**
 * Reads the `if` of a rule, an `existenceCondition` or a `where`. Throws RuleProblem with a pointer to what is wrong.
 * Keys are read without regard to case, as Azure does.
 */
export function parseCondition(
  value: Value | undefined,
  pointer: string,
  limits: Limits = policyLimits,
): Condition {
  return new ConditionParser(limits).parse(value, pointer, 1);
}

class ConditionParser {
  readonly #limits: Limits;
  #count = 0;

  constructor(limits: Limits) {
    this.#limits = limits;
  }

  parse(value: Value | undefined, pointer: string, depth: number): Condition {
    if (depth > ruleLimits.depthMax)
      throw new RuleProblem(`it is nested deeper than ${ruleLimits.depthMax} levels`, pointer);
    if (value === undefined || !isObject(value))
      throw new RuleProblem('a condition must be an object', pointer);
    const keys = new Map(Object.keys(value).map((key) => [fold(key), key]));
    if (keys.has('allof')) return this.#junction('allOf', value, keys.get('allof')!, pointer, depth);
    if (keys.has('anyof')) return this.#junction('anyOf', value, keys.get('anyof')!, pointer, depth);
    if (keys.has('not')) return this.#not(value, keys.get('not')!, pointer, depth);
    return this.#leaf(value, keys, pointer, depth);
  }

  #junction(
    kind: 'allOf' | 'anyOf',
    value: ValueObject,
    key: string,
    pointer: string,
    depth: number,
  ): Condition {
    refuseOtherKeys(value, key, pointer);
    const list = value[key]!;
    const inside = `${pointer}/${escapeToken(key)}`;
    if (!Array.isArray(list)) throw new RuleProblem(`\`${key}\` must be an array of conditions`, inside);
    return {
      kind,
      conditions: list.map((item, index) => this.parse(item, `${inside}/${index}`, depth + 1)),
      pointer,
    };
  }

  #not(value: ValueObject, key: string, pointer: string, depth: number): Condition {
    refuseOtherKeys(value, key, pointer);
    return {
      kind: 'not',
      condition: this.parse(value[key], `${pointer}/${escapeToken(key)}`, depth + 1),
      pointer,
    };
  }

  #leaf(
    value: ValueObject,
    keys: ReadonlyMap<string, string>,
    pointer: string,
    depth: number,
  ): LeafCondition {
    if (++this.#count > ruleLimits.conditionCountMax)
      throw new RuleProblem(`it has more than ${ruleLimits.conditionCountMax} conditions`, pointer);
    const sides = ['field', 'value', 'count'].filter((side) => keys.has(side));
    if (sides.length === 0)
      throw new RuleProblem(
        'a condition needs `field`, `value`, `count`, `allOf`, `anyOf` or `not`',
        pointer,
      );
    if (sides.length > 1)
      throw new RuleProblem(`a condition cannot have both \`${sides[0]}\` and \`${sides[1]}\``, pointer);
    const side = sides[0]!;
    const others = [...keys].filter(([folded]) => folded !== side);
    const operatorKeys = others.filter(([folded]) => operators.has(folded));
    for (const [folded, key] of others) {
      if (operators.has(folded)) continue;
      const names = [...operators.values()].map((operator) => operator.name);
      throw new RuleProblem(
        `there is no operator \`${key}\`; ${suggest(key, names, `the operators are ${names.join(', ')}`)}`,
        `${pointer}/${escapeToken(key)}`,
      );
    }
    if (operatorKeys.length !== 1)
      throw new RuleProblem(
        `a condition needs exactly one operator, but has ${operatorKeys.length}`,
        pointer,
      );
    const [operator, operatorKey] = operatorKeys[0]!;
    return {
      kind: 'leaf',
      left: this.#left(side, value[keys.get(side)!]!, `${pointer}/${escapeToken(keys.get(side)!)}`, depth),
      operator: operators.get(operator)!.name,
      right: readOperand(value[operatorKey]!, `${pointer}/${escapeToken(operatorKey)}`, this.#limits),
      pointer,
    };
  }

  #left(side: string, value: Value, pointer: string, depth: number): LeftSide {
    if (side === 'value') return { kind: 'value', value: readOperand(value, pointer, this.#limits) };
    if (side === 'field') return { kind: 'field', field: this.#fieldOperand(value, pointer) };
    return this.#countSide(value, pointer, depth);
  }

  #fieldOperand(value: Value, pointer: string): Operand {
    if (typeof value !== 'string' || value === '')
      throw new RuleProblem('`field` must be the name of a field', pointer);
    return readOperand(value, pointer, this.#limits);
  }

  #countSide(value: Value, pointer: string, depth: number): LeftSide {
    if (!isObject(value)) throw new RuleProblem('`count` must be an object', pointer);
    const keys = new Map(Object.keys(value).map((key) => [fold(key), key]));
    for (const [folded, key] of keys) {
      if (!['field', 'value', 'name', 'where'].includes(folded))
        throw new RuleProblem(`\`count\` has no \`${key}\``, `${pointer}/${escapeToken(key)}`);
    }
    const where = keys.has('where')
      ? this.parse(value[keys.get('where')!], `${pointer}/${keys.get('where')}`, depth + 1)
      : undefined;
    if (keys.has('field') === keys.has('value'))
      throw new RuleProblem('`count` needs either `field` or `value`', pointer);
    if (keys.has('field')) {
      const field = this.#fieldOperand(value[keys.get('field')!]!, `${pointer}/field`);
      if (field.kind === 'literal' && !textOfValue(field.value).includes('[*]'))
        throw new RuleProblem('`count.field` must be an array alias with `[*]`', `${pointer}/field`);
      return { kind: 'fieldCount', field, where };
    }
    const name = keys.has('name') ? value[keys.get('name')!]! : 'default';
    if (typeof name !== 'string') throw new RuleProblem('`count.name` must be a string', `${pointer}/name`);
    return {
      kind: 'valueCount',
      value: readOperand(value[keys.get('value')!]!, `${pointer}/value`, this.#limits),
      name,
      where,
    };
  }
}

function refuseOtherKeys(value: ValueObject, key: string, pointer: string): void {
  const other = Object.keys(value).find((one) => one !== key);
  if (other !== undefined)
    throw new RuleProblem(
      `a condition with \`${key}\` cannot have \`${other}\` beside it`,
      `${pointer}/${escapeToken(other)}`,
    );
}
