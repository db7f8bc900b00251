import { fold, isObject, textOfValue, type Value } from '../kernel/index.ts';
import type { Expression } from '../template/index.ts';
import {
  allOf,
  type Condition,
  fieldCondition,
  type LeafCondition,
  leavesOf,
  type Operand,
} from './condition.ts';
import type { PolicyRule } from './definition.ts';
import type { Effect } from './effects/index.ts';
import { RuleProblem, readOperand } from './operand.ts';
import { get } from './policy-parameters.ts';

const subscriptions = 'Microsoft.Resources/subscriptions';
const identityTypes = ['Microsoft.Compute/virtualMachines', 'Microsoft.Compute/virtualMachineScaleSets'];

/**
 * What must hold for a policy to be about a resource at all, besides the whole `if` of existence effects
 * (articles/governance/policy/concepts/policy-applicability.md); `undefined` when it is about every resource. `condition` is the rule's `if`
 * as it is evaluated, `selection` what the assignment limits the policy to.
 */
export function applicabilityCondition(
  rule: PolicyRule,
  effect: Effect,
  condition: Condition = rule.condition,
  selection?: Condition,
): Condition | undefined {
  const parts: Condition[] = [];
  const relevant = effect.kind === 'existence' ? undefined : identifyingPart(condition);
  if (relevant !== undefined) parts.push(relevant);
  if (looksAtLocation(rule)) parts.push(fieldCondition('type', 'notEquals', subscriptions));
  // effect-modify.md#skipped-modification: on any other type an identity operation makes the policy not applicable.
  if (modifiesIdentity(rule, effect)) parts.push(fieldCondition('type', 'in', identityTypes));
  if (selection !== undefined) parts.push(selection);
  return allOf(parts);
}

/**
 * The part of an `if` that says which resources it is about: type, name and kind conditions count, every other condition is taken as
 * fulfilled (under `not` as unfulfilled).
 */
function identifyingPart(condition: Condition): Condition | undefined {
  const fields = aboutFields(condition);
  const isOnly = (...names: string[]) =>
    fields.size === names.length && names.every((name) => fields.has(name));
  if (isOnly('name') || isOnly('kind')) return undefined;
  const typeDecides = isOnly('type', 'name') || isOnly('type', 'kind');
  const kept = keep(condition, new Set(typeDecides ? ['type'] : ['type', 'name', 'kind']), true);
  return typeof kept === 'boolean' ? undefined : kept;
}

/** The fields that a rule's conditions look at, outside of counts; anything but type, name and kind is `other`. */
function aboutFields(condition: Condition, found: Set<string> = new Set()): Set<string> {
  if (condition.kind === 'not') aboutFields(condition.condition, found);
  else if (condition.kind !== 'leaf') for (const inner of condition.conditions) aboutFields(inner, found);
  else found.add(identifyingField(condition) ?? 'other');
  return found;
}

/** `type`, `name` or `kind` when the leaf is a condition on that field. */
function identifyingField(leaf: LeafCondition): string | undefined {
  const name = fieldName(leaf);
  return name === 'type' || name === 'name' || name === 'kind' ? name : undefined;
}

function fieldName({ left }: LeafCondition): string | undefined {
  return left.kind === 'field' && left.field.kind === 'literal'
    ? fold(textOfValue(left.field.value))
    : undefined;
}

/** The condition with irrelevant leaves replaced by `assumed`, folded together. */
function keep(condition: Condition, relevant: ReadonlySet<string>, assumed: boolean): Condition | boolean {
  if (condition.kind === 'leaf') {
    const field = identifyingField(condition);
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

/** Whether a condition, or a parameter of the deployment, looks at the location: such policies are not about subscriptions. */
function looksAtLocation({ condition, details }: PolicyRule): boolean {
  for (const leaf of leavesOf(condition)) {
    if (fieldName(leaf) === 'location' || leafOperands(leaf).some(readsLocation)) return true;
  }
  const parameters = ['deployment', 'properties', 'parameters'].reduce<Value | undefined>(
    (value, name) => (value !== undefined && isObject(value) ? get(value, name) : undefined),
    details,
  );
  return parameters !== undefined && readsLocation(operandOrNothing(parameters));
}

function leafOperands({ left, right }: LeafCondition): Operand[] {
  return [left.kind === 'field' || left.kind === 'fieldCount' ? left.field : left.value, right];
}

function operandOrNothing(value: Value): Operand {
  try {
    return readOperand(value, '');
  } catch (error) {
    if (error instanceof RuleProblem) return { kind: 'literal', value: null };
    throw error;
  }
}

/** Whether an operand calls `field('location')`. */
function readsLocation(operand: Operand): boolean {
  if (operand.kind === 'literal') return false;
  if (operand.kind === 'expression') return callsFieldLocation(operand.expression);
  const items =
    operand.items instanceof Map ? [...operand.items.values()] : (operand.items as readonly Operand[]);
  return items.some(readsLocation);
}

function callsFieldLocation(expression: Expression): boolean {
  switch (expression.kind) {
    case 'literal':
      return false;
    case 'member':
      return callsFieldLocation(expression.target);
    case 'index':
      return callsFieldLocation(expression.target) || callsFieldLocation(expression.index);
    case 'call': {
      const [first] = expression.args;
      const isLocation = first?.kind === 'literal' && fold(textOfValue(first.value)) === 'location';
      return (isLocation && fold(expression.name) === 'field') || expression.args.some(callsFieldLocation);
    }
    default:
      return expression satisfies never;
  }
}

function modifiesIdentity({ details }: PolicyRule, effect: Effect): boolean {
  if (effect.name !== 'modify' || details === undefined || !isObject(details)) return false;
  const operations = get(details, 'operations');
  return (
    Array.isArray(operations) &&
    operations.some((one) => isObject(one) && fold(textOfValue(get(one, 'field') ?? '')) === 'identity.type')
  );
}
