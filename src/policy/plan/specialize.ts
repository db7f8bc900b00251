import { fold, isKnown, textOfValue } from '../../kernel/index.ts';
import { EvaluationError } from '../../template/index.ts';
import type { Condition, LeafCondition } from '../condition.ts';
import { type FieldResolver, resolveField } from '../field.ts';
import { operators } from '../operators/index.ts';

/**
 * What remains of a condition once the resource type is known: conditions on `type`, and on aliases that the type does not
 * have, are decided; the rest stays. Leaves that would fail stay too, so that they fail where they are reached.
 */
export function specialize(condition: Condition, type: string, resolver: FieldResolver): Condition | boolean {
  if (condition.kind === 'leaf') return decideLeaf(condition, type, resolver) ?? condition;
  if (condition.kind === 'not') {
    const inner = specialize(condition.condition, type, resolver);
    return typeof inner === 'boolean' ? !inner : { ...condition, condition: inner };
  }
  const decisive = condition.kind === 'anyOf';
  const kept: Condition[] = [];
  for (const one of condition.conditions) {
    const inner = specialize(one, type, resolver);
    if (inner === !decisive) continue;
    if (inner === decisive) {
      // What stands before a decisive condition may still fail the evaluation, so only a first one decides alone.
      if (kept.length === 0) return decisive;
      kept.push(constant(decisive));
      break;
    }
    if (typeof inner !== 'boolean') kept.push(inner);
  }
  if (kept.length === 0) return !decisive;
  return kept.length === 1 ? kept[0]! : { ...condition, conditions: kept };
}

/** A condition that is always true or always false: all of nothing, any of nothing. */
function constant(value: boolean): Condition {
  return { kind: value ? 'allOf' : 'anyOf', conditions: [], pointer: '' };
}

function decideLeaf(leaf: LeafCondition, type: string, resolver: FieldResolver): boolean | undefined {
  if (leaf.left.kind !== 'field' || leaf.left.field.kind !== 'literal' || leaf.right.kind !== 'literal')
    return undefined;
  if (!isKnown(leaf.right.value)) return undefined;
  const operator = operators.get(fold(leaf.operator))!;
  const field = resolveField(textOfValue(leaf.left.field.value), type, undefined, resolver);
  if (field.kind !== 'foreign' && (field.kind !== 'type' || operator.isCaseSensitive)) return undefined;
  try {
    return operator.test(field.kind === 'type' && type !== '' ? type : undefined, leaf.right.value);
  } catch (error) {
    if (error instanceof EvaluationError) return undefined;
    throw error;
  }
}
