import type { Attribute } from './attribute.ts';
import type { Comparable } from './comparable.ts';
import type { Operator } from './operator.ts';

/**
 * The condition of a role assignment, a permission or a deny assignment (articles/role-based-access-control/conditions-format.md).
 * `start` and `end` are offsets in the text that it was read from; what is made by the engine has those of the part it was made from.
 */
export type Condition = JunctionCondition | NotCondition | LeafCondition;

/** A part of a condition that holds no other. */
export type LeafCondition = ExistsCondition | MatchCondition | Comparison;

export interface JunctionCondition {
  readonly kind: 'and' | 'or';
  /** Two or more. */
  readonly conditions: readonly Condition[];
  readonly start: number;
  readonly end: number;
}

export interface NotCondition {
  readonly kind: 'not';
  readonly condition: Condition;
  readonly start: number;
  readonly end: number;
}

/** `Exists @Source[attribute]`. */
export interface ExistsCondition {
  readonly kind: 'exists';
  readonly attribute: Attribute;
  readonly start: number;
  readonly end: number;
}

/** `ActionMatches{'pattern'}` and `SubOperationMatches{'pattern'}`; in a pattern `*` stands for anything, and case does not matter. */
export interface MatchCondition {
  readonly kind: 'action' | 'subOperation';
  readonly pattern: string;
  readonly start: number;
  readonly end: number;
}

/** `left operator right`. */
export interface Comparison {
  readonly kind: 'comparison';
  readonly left: Operand;
  readonly operator: Operator;
  readonly right: Operand;
  readonly start: number;
  readonly end: number;
}

export type Operand = Attribute | Values;

/** What is written out: one value for an operator that compares one with one, any number for the others. */
export interface Values {
  readonly kind: 'values';
  readonly values: readonly Comparable[];
}

/** The leaves of a condition, in the order of the text. */
export function* leavesOf(condition: Condition): Generator<LeafCondition> {
  switch (condition.kind) {
    case 'and':
    case 'or':
      for (const inner of condition.conditions) yield* leavesOf(inner);
      break;
    case 'not':
      yield* leavesOf(condition.condition);
      break;
    default:
      yield condition;
  }
}

/** The attributes that a leaf looks at. */
export function attributesOf(leaf: LeafCondition): Attribute[] {
  if (leaf.kind === 'exists') return [leaf.attribute];
  if (leaf.kind !== 'comparison') return [];
  return [leaf.left, leaf.right].filter((operand) => operand.kind === 'attribute');
}
