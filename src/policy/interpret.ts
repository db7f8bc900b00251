import {
  fold,
  isKnown,
  joinCauses,
  type Truth,
  Unknown,
  type UnknownCause,
  unknownsIn,
  type Value,
} from '../kernel/index.ts';
import { EvaluationError, evaluate } from '../template/index.ts';
import type { Condition, FieldCountSide, LeafCondition, Operand, ValueCountSide } from './condition.ts';
import { isLocationField, normalizeLocation, type ResolvedField, readField } from './field.ts';
import { type FoundValue, mayBeMissing } from './field-path.ts';
import { operandText, operandValue } from './operand.ts';
import { type LeftOperand, type Operator, operators } from './operators/index.ts';
import type { PolicyEnvironment } from './policy-environment.ts';
import type { FoundOperand, JunctionTrace, LeafTrace, Outcome, TraceNode } from './trace.ts';

/**
 * Evaluates a condition and says how: the reference that the compiled plan must agree with. Three-valued: what depends on an unknown
 * value is unknown, unless the rest of the condition decides it anyway.
 */
export function interpret(condition: Condition, environment: PolicyEnvironment): TraceNode {
  switch (condition.kind) {
    case 'allOf':
    case 'anyOf':
      return interpretJunction(condition.kind, condition.conditions, condition.pointer, environment);
    case 'not': {
      const child = interpret(condition.condition, environment);
      return { kind: 'not', outcome: negated(child.outcome), children: [child], pointer: condition.pointer };
    }
    case 'leaf':
      return interpretLeaf(condition, environment);
    default:
      return condition satisfies never;
  }
}

function negated(outcome: Outcome): Outcome {
  if (outcome === 'true') return 'false';
  return outcome === 'false' ? 'true' : outcome;
}

/**
 * Conditions are looked at in order up to the first that decides. An error ends the evaluation, unless an unknown before it may have
 * ended it earlier.
 */
function interpretJunction(
  kind: 'allOf' | 'anyOf',
  conditions: readonly Condition[],
  pointer: string,
  environment: PolicyEnvironment,
): JunctionTrace {
  const decisive = kind === 'allOf' ? 'false' : 'true';
  const children: TraceNode[] = [];
  let outcome: Outcome = kind === 'allOf' ? 'true' : 'false';
  for (const condition of conditions) {
    const child = interpret(condition, environment);
    children.push(child);
    if (child.outcome === decisive) return { kind, outcome: decisive, children, pointer };
    if (child.outcome === 'error')
      return { kind, outcome: outcome === 'unknown' ? 'unknown' : 'error', children, pointer };
    if (child.outcome === 'unknown') outcome = 'unknown';
  }
  return { kind, outcome, children, pointer };
}

function interpretLeaf(leaf: LeafCondition, environment: PolicyEnvironment): LeafTrace {
  const operator = operators.get(fold(leaf.operator))!;
  const base = {
    kind: 'leaf' as const,
    expressionKind: expressionKindOf(leaf),
    expression: leftText(leaf),
    operator: leaf.operator,
    pointer: leaf.pointer,
  };
  const state: { target: Value | undefined; found: FoundOperand[]; members: TraceNode[] } = {
    target: undefined,
    found: [],
    members: [],
  };
  try {
    state.target = evaluateOperand(leaf.right, environment);
    const outcome = evaluateLeaf(leaf, operator, state.target, environment, state.found, state.members);
    return {
      ...base,
      ...state,
      outcome,
      problem: undefined,
      unknownBecause: outcome === 'unknown' ? causesOf(state) : [],
    };
  } catch (error) {
    if (!(error instanceof EvaluationError)) throw error;
    return { ...base, ...state, outcome: 'error', problem: error.message, unknownBecause: [] };
  }
}

function evaluateLeaf(
  leaf: LeafCondition,
  operator: Operator,
  target: Value,
  environment: PolicyEnvironment,
  found: FoundOperand[],
  members: TraceNode[],
): Truth {
  const { left } = leaf;
  switch (left.kind) {
    case 'value': {
      const value = evaluateOperand(left.value, environment);
      return note(found, value, [], test(operator, value, target));
    }
    case 'field': {
      const name = fieldName(left.field, environment);
      if (name instanceof Unknown) return note(found, valueOfUnknownField(name), [], 'unknown');
      const field = environment.resolve(name);
      return testAll(
        field,
        readField(field, environment.parts.subject, environment.parts.substitution),
        operator,
        target,
        found,
      );
    }
    case 'fieldCount':
      return testCount(countField(left, environment, found, members), operator, target, found);
    case 'valueCount':
      return testCount(countValue(left, environment, found, members), operator, target, found);
    default:
      return left satisfies never;
  }
}

function note(
  found: FoundOperand[],
  value: Value | undefined,
  path: readonly (string | number)[],
  outcome: Truth,
): Truth {
  found.push({ value, path, outcome });
  return outcome;
}

/** A condition on `[*]` holds when it holds for every element. */
function testAll(
  field: ResolvedField,
  values: readonly FoundValue[],
  operator: Operator,
  target: Value,
  found: FoundOperand[],
): Truth {
  const isLocation = isLocationField(field);
  const wanted = isLocation ? normalizeLocation(target) : target;
  let all: Truth = 'true';
  for (const one of values) {
    const { value, path } = one;
    const operand = isLocation && value !== undefined ? normalizeLocation(value) : value;
    const outcome = one.unknownArray
      ? testUnknownArray(operator, operand, wanted)
      : test(operator, operand, wanted);
    note(found, value, path, outcome);
    if (outcome === 'false') all = 'false';
    else if (outcome === 'unknown' && all === 'true') all = 'unknown';
  }
  return all;
}

/** Nothing is tested where the array turns out to be empty, so neither a falsehood nor a failure is certain. */
function testUnknownArray(operator: Operator, left: LeftOperand, right: Value): Truth {
  try {
    return test(operator, left, right) === 'true' ? 'true' : 'unknown';
  } catch (error) {
    if (error instanceof EvaluationError) return 'unknown';
    throw error;
  }
}

/** Applies an operator to operands that may be unknown. */
export function test(operator: Operator, left: LeftOperand, right: Value): Truth {
  if (!isKnown(right)) return testUnknownTarget(operator, left, right);
  if (left === undefined || isKnown(left)) return truth(operator.test(left, right));
  // Fails when nothing can be compared with the right side, whatever the left one turns out to be.
  operator.test(undefined, right);
  return left instanceof Unknown
    ? testUnknownLeft(operator, left, right)
    : testPartlyKnown(operator, left, right);
}

function truth(value: boolean): Truth {
  return value ? 'true' : 'false';
}

function testUnknownLeft(operator: Operator, left: Unknown, right: Value): Truth {
  if (left.candidates?.every(isKnown))
    return agreement(left.candidates, (candidate) => truth(operator.test(candidate, right)));
  return operator.testUnknown?.(left, right) ?? 'unknown';
}

/** The truth that all candidates lead to; fails when all of them fail. */
function agreement(candidates: readonly Value[], truthOf: (candidate: Value) => Truth): Truth {
  const truths = new Set<Truth | undefined>();
  let failure: EvaluationError | undefined;
  for (const candidate of candidates) {
    try {
      truths.add(truthOf(candidate));
    } catch (error) {
      if (!(error instanceof EvaluationError)) throw error;
      failure = error;
      truths.add(undefined);
    }
  }
  const [only] = truths;
  if (truths.size !== 1) return 'unknown';
  if (only === undefined) throw failure!;
  return only;
}

/** An array or object with unknown parts: it is there, it may contain what is known of it, more cannot be said. */
function testPartlyKnown(operator: Operator, left: Value, right: Value): Truth {
  const base = operator.negationOf ?? operator.name;
  if (base === 'exists' || base === 'containsKey') return truth(operator.test(left, right));
  const known = Array.isArray(left) ? left.filter(isKnown) : undefined;
  if (base !== 'contains' || known === undefined) return 'unknown';
  const containsKnown =
    operator.negationOf === undefined ? operator.test(known, right) : !operator.test(known, right);
  if (!containsKnown) return 'unknown';
  return operator.negationOf === undefined ? 'true' : 'false';
}

function testUnknownTarget(operator: Operator, left: LeftOperand, right: Value): Truth {
  if (right instanceof Unknown && right.candidates !== undefined && right.candidates.every(isKnown)) {
    return agreement(right.candidates, (candidate) => test(operator, left, candidate));
  }
  // `in` with some known elements can still be true.
  if (
    Array.isArray(right) &&
    (operator.name === 'in' || operator.name === 'notIn') &&
    left !== undefined &&
    isKnown(left)
  ) {
    const decisive = operator.name === 'in' ? 'true' : 'false';
    return test(operator, left, right.filter(isKnown)) === decisive ? decisive : 'unknown';
  }
  return 'unknown';
}

/** How many members fulfil `where`: a number, or its bounds while some are undecided. */
interface Count {
  readonly atLeast: number;
  readonly atMost: number;
}

function testCount(count: Count | Unknown, operator: Operator, target: Value, found: FoundOperand[]): Truth {
  if (count instanceof Unknown) return note(found, count, [], test(operator, count, target));
  const truths = new Set<Truth>();
  for (let number = count.atLeast; number <= count.atMost && truths.size < 2; number++)
    truths.add(test(operator, number, target));
  const outcome = truths.size === 1 ? [...truths][0]! : 'unknown';
  found.unshift({ value: count.atLeast, path: [], outcome });
  return outcome;
}

function countField(
  side: FieldCountSide,
  environment: PolicyEnvironment,
  found: FoundOperand[],
  members: TraceNode[],
): Count | Unknown {
  const name = fieldName(side.field, environment);
  if (name instanceof Unknown) return valueOfUnknownField(name);
  const field = environment.resolve(name);
  const values = readField(field, environment.parts.subject, environment.parts.substitution);
  if (field.kind !== 'property')
    return values[0]?.value instanceof Unknown ? values[0].value : { atLeast: 0, atMost: 0 };
  const outcomes: Outcome[] = [];
  for (const one of values) {
    const { value, path, virtual } = one;
    if (virtual || value === undefined) continue;
    if (value instanceof Unknown && mayBeMissing(one, field.path))
      return value.derive(`length(${value.expression})`, { type: 'int' });
    if (side.where === undefined) {
      outcomes.push('true');
      continue;
    }
    const trace = interpret(side.where, environment.withMember(name, field.path, path, value));
    members.push(trace);
    found.push({ value, path, outcome: trace.outcome });
    outcomes.push(trace.outcome);
  }
  return bounds(outcomes);
}

function countValue(
  side: ValueCountSide,
  environment: PolicyEnvironment,
  found: FoundOperand[],
  members: TraceNode[],
): Count | Unknown {
  const value = evaluateOperand(side.value, environment);
  if (value instanceof Unknown) return value.derive(`length(${value.expression})`, { type: 'int' });
  if (!Array.isArray(value)) throw new EvaluationError('the value of a count is not an array');
  const outcomes: Outcome[] = [];
  for (const member of value) {
    if (side.where === undefined) {
      outcomes.push('true');
      continue;
    }
    const trace = interpret(side.where, environment.withValue(side.name, member));
    members.push(trace);
    found.push({ value: member, path: [], outcome: trace.outcome });
    outcomes.push(trace.outcome);
  }
  return bounds(outcomes);
}

function bounds(outcomes: readonly Outcome[]): Count {
  if (outcomes.includes('error')) throw new EvaluationError('a condition of the count cannot be evaluated');
  const atLeast = outcomes.filter((outcome) => outcome === 'true').length;
  return { atLeast, atMost: atLeast + outcomes.filter((outcome) => outcome === 'unknown').length };
}

/** The value of an operand in an environment. */
export function evaluateOperand(operand: Operand, environment: PolicyEnvironment): Value {
  return operandValue(operand, (expression) => evaluate(expression, environment));
}

function fieldName(operand: Operand, environment: PolicyEnvironment): string | Unknown {
  const name = evaluateOperand(operand, environment);
  if (typeof name === 'string' || name instanceof Unknown) return name;
  throw new EvaluationError('the field of a condition is not a name');
}

/** What is known of a field's name says nothing of its value. */
function valueOfUnknownField(name: Unknown): Unknown {
  return name.derive(`field(${name.expression})`);
}

function expressionKindOf({ left }: LeafCondition): LeafTrace['expressionKind'] {
  if (left.kind === 'field') return 'Field';
  return left.kind === 'value' ? 'Value' : 'Count';
}

function leftText({ left }: LeafCondition): string {
  return operandText(left.kind === 'field' || left.kind === 'fieldCount' ? left.field : left.value);
}

function causesOf({
  target,
  found,
  members,
}: {
  target: Value | undefined;
  found: readonly FoundOperand[];
  members: readonly TraceNode[];
}): UnknownCause[] {
  const values = [target, ...found.filter((one) => one.outcome === 'unknown').map((one) => one.value)];
  const direct = joinCauses(values.flatMap((value) => (value === undefined ? [] : unknownsIn(value))));
  return [...direct, ...members.flatMap(memberCauses)];
}

function memberCauses(node: TraceNode): readonly UnknownCause[] {
  return node.kind === 'leaf' ? node.unknownBecause : node.children.flatMap(memberCauses);
}
