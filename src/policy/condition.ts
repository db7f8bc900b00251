import type { Value } from '../kernel/index.ts';
import type { Expression } from '../template/index.ts';

/** A policy rule's condition (articles/governance/policy/concepts/definition-structure-policy-rule.md). */
export type Condition = JunctionCondition | NotCondition | LeafCondition;

export interface JunctionCondition {
  readonly kind: 'allOf' | 'anyOf';
  readonly conditions: readonly Condition[];
  /** JSON Pointer from the root of the definition. */
  readonly pointer: string;
}

export interface NotCondition {
  readonly kind: 'not';
  readonly condition: Condition;
  readonly pointer: string;
}

/** `{ field | value | count, operator: operand }`. */
export interface LeafCondition {
  readonly kind: 'leaf';
  readonly left: LeftSide;
  /** In the documented spelling, e.g. `notEquals`. */
  readonly operator: string;
  readonly right: Operand;
  readonly pointer: string;
}

export type LeftSide = FieldSide | ValueSide | FieldCountSide | ValueCountSide;

export interface FieldSide {
  readonly kind: 'field';
  /** A field name or alias, or an expression that yields one. */
  readonly field: Operand;
}

export interface ValueSide {
  readonly kind: 'value';
  readonly value: Operand;
}

export interface FieldCountSide {
  readonly kind: 'fieldCount';
  readonly field: Operand;
  readonly where: Condition | undefined;
}

export interface ValueCountSide {
  readonly kind: 'valueCount';
  readonly value: Operand;
  /** The name that `current()` uses; `default` when the rule gives none. */
  readonly name: string;
  readonly where: Condition | undefined;
}

/** A literal, an expression, or an array or object that holds expressions. */
export type Operand = LiteralOperand | ExpressionOperand | CompositeOperand;

export interface LiteralOperand {
  readonly kind: 'literal';
  readonly value: Value;
  /** The expression that the value was computed from, where it was one. */
  readonly text?: string;
}

export interface ExpressionOperand {
  readonly kind: 'expression';
  readonly expression: Expression;
  /** As written, brackets included. */
  readonly text: string;
}

export interface CompositeOperand {
  readonly kind: 'composite';
  readonly items: readonly Operand[] | ReadonlyMap<string, Operand>;
}

/** All leaves of a condition, those inside `count.where` included. */
export function* leavesOf(condition: Condition): Generator<LeafCondition> {
  if (condition.kind === 'not') yield* leavesOf(condition.condition);
  else if (condition.kind !== 'leaf') for (const inner of condition.conditions) yield* leavesOf(inner);
  else {
    yield condition;
    if (
      (condition.left.kind === 'fieldCount' || condition.left.kind === 'valueCount') &&
      condition.left.where
    ) {
      yield* leavesOf(condition.left.where);
    }
  }
}

/** A condition on a field that no rule writes: one that follows from the effect or the assignment. */
export function fieldCondition(field: string, operator: string, value: Value): LeafCondition {
  return {
    kind: 'leaf',
    left: { kind: 'field', field: { kind: 'literal', value: field } },
    operator,
    right: { kind: 'literal', value },
    pointer: '',
  };
}

/** All of some conditions; `undefined` for none. */
export function allOf(conditions: readonly Condition[]): Condition | undefined {
  return conditions.length < 2 ? conditions[0] : { kind: 'allOf', conditions, pointer: '' };
}

/** Any of some conditions; `undefined` for none. */
export function anyOf(conditions: readonly Condition[]): Condition | undefined {
  return conditions.length < 2 ? conditions[0] : { kind: 'anyOf', conditions, pointer: '' };
}
