import { fold } from '../kernel/index.ts';
import type { Condition, LeafCondition } from './condition.ts';

/**
 * The part of a rule that says which resources it is about (articles/governance/policy/concepts/policy-applicability.md): type, name and kind
 * conditions count, every other condition is taken as fulfilled (under `not` as unfulfilled).
 * `undefined` when the rule is about every resource.
 */
export function applicabilityCondition(condition: Condition): Condition | undefined {
  const fields = aboutFields(condition);
  const kinds = { type: fields.has('type'), name: fields.has('name'), kind: fields.has('kind') };
  if (!kinds.type) return undefined;
  // With only type beside name or only type beside kind, type alone decides.
  const onlyTheseTwo = fields.size === 2 && kinds.name !== kinds.kind;
  const relevant = onlyTheseTwo ? new Set(['type']) : new Set(['type', 'name', 'kind']);
  const kept = keep(condition, relevant, true);
  return typeof kept === 'boolean' ? undefined : kept;
}

/** The fields that a rule's conditions look at, outside of counts; anything but type, name and kind is `other`. */
function aboutFields(condition: Condition, found: Set<string> = new Set()): Set<string> {
  if (condition.kind === 'not') aboutFields(condition.condition, found);
  else if (condition.kind !== 'leaf') for (const inner of condition.conditions) aboutFields(inner, found);
  else found.add(fieldOf(condition) ?? 'other');
  return found;
}

/** `type`, `name` or `kind` when the leaf is a condition on that field. */
export function fieldOf(leaf: LeafCondition): 'type' | 'name' | 'kind' | undefined {
  if (leaf.left.kind !== 'field' || leaf.left.field.kind !== 'literal') return undefined;
  const name = fold(String(leaf.left.field.value));
  return name === 'type' || name === 'name' || name === 'kind' ? name : undefined;
}

/** The condition with irrelevant leaves replaced by `assumed`, folded together. */
function keep(condition: Condition, relevant: ReadonlySet<string>, assumed: boolean): Condition | boolean {
  if (condition.kind === 'leaf') {
    const field = fieldOf(condition);
    return field !== undefined && relevant.has(field) ? condition : assumed;
  }
  if (condition.kind === 'not') {
    const inner = keep(condition.condition, relevant, !assumed);
    return typeof inner === 'boolean' ? !inner : { ...condition, condition: inner };
  }
  const decisive = condition.kind === 'anyOf';
  const kept: Condition[] = [];
  for (const one of condition.conditions) {
    const inner = keep(one, relevant, assumed);
    if (inner === decisive) return decisive;
    if (typeof inner !== 'boolean') kept.push(inner);
  }
  if (kept.length === 0) return !decisive;
  return kept.length === 1 ? kept[0]! : { ...condition, conditions: kept };
}
