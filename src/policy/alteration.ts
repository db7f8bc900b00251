import { fold, isObject, Unknown, type Value, type ValueObject } from '../kernel/index.ts';
import { EvaluationError } from '../template/index.ts';
import type { BoundPolicy } from './bound-policy.ts';
import { type EvaluationOptions, environmentFor } from './evaluate-policy.ts';
import { everyElement, type FieldPath } from './field-path.ts';
import { evaluateOperand } from './interpret.ts';
import { RuleProblem, readOperand } from './operand.ts';
import type { PolicyEnvironment } from './policy-environment.ts';
import { get } from './policy-parameters.ts';
import type { PolicySubject } from './policy-subject.ts';
import { readAt, removeAt, writeAt } from './write-path.ts';

/** One change that an append or modify policy makes, or why it does not. */
export interface Alteration {
  readonly operation: 'add' | 'addOrReplace' | 'remove' | 'append';
  /** The field as the policy writes it. */
  readonly field: string;
  readonly path: FieldPath;
  readonly before: Value | undefined;
  readonly after: Value | undefined;
  /**
   * - `applied`: the request is changed
   * - `unchanged`: the value is already as wanted
   * - `skipped`: the operation does not apply: its condition is false, or the parent object is missing
   * - `conflict`: the change is not possible and the effect acts as a denial
   * - `undecided`: it depends on an unknown value
   */
  readonly outcome: 'applied' | 'unchanged' | 'skipped' | 'conflict' | 'undecided';
  readonly reason: string | undefined;
}

/** What one policy does to a resource. */
export interface AlterationResult {
  readonly subject: PolicySubject;
  readonly alterations: readonly Alteration[];
}

/**
 * Applies an append or modify policy whose condition holds (effect-append.md, effect-modify.md, how-to/author-policies-for-arrays.md). The resource given is
 * not changed; later effects see the one returned.
 */
export function alter(
  policy: BoundPolicy,
  subject: PolicySubject,
  options: EvaluationOptions,
): AlterationResult {
  const environment = environmentFor(policy, subject, options);
  const alterations: Alteration[] = [];
  let body = subject.body;
  for (const operation of operationsOf(policy)) {
    const alteration = attempt(operation, policy, { ...subject, body }, environment);
    alterations.push(alteration);
    if (alteration.outcome === 'applied') body = changed(body, alteration);
  }
  return { subject: body === subject.body ? subject : { ...subject, body }, alterations };
}

interface Operation {
  readonly operation: Alteration['operation'];
  readonly field: string;
  readonly value: Value | undefined;
  readonly condition: Value | undefined;
}

const operationNames: Readonly<Record<string, Alteration['operation']>> = {
  add: 'add',
  addorreplace: 'addOrReplace',
  remove: 'remove',
};

function operationsOf({ definition, effect }: BoundPolicy): Operation[] {
  const { details } = definition.rule;
  if (effect.name === 'append') {
    const items = Array.isArray(details) ? details : details === undefined ? [] : [details];
    return items.filter(isObject).map((item) => ({
      operation: 'append',
      field: String(get(item, 'field') ?? ''),
      value: get(item, 'value'),
      condition: undefined,
    }));
  }
  const operations = details !== undefined && isObject(details) ? get(details, 'operations') : undefined;
  if (!Array.isArray(operations)) return [];
  return operations.filter(isObject).map((item) => ({
    operation: operationNames[fold(String(get(item, 'operation') ?? ''))] ?? 'addOrReplace',
    field: String(get(item, 'field') ?? ''),
    value: get(item, 'value'),
    condition: get(item, 'condition'),
  }));
}

function attempt(
  operation: Operation,
  policy: BoundPolicy,
  subject: PolicySubject,
  environment: PolicyEnvironment,
): Alteration {
  const base = {
    operation: operation.operation,
    field: operation.field,
    path: [] as FieldPath,
    before: undefined,
    after: undefined,
  };
  try {
    const condition =
      operation.condition === undefined ? true : evaluateText(operation.condition, environment);
    if (condition instanceof Unknown)
      return { ...base, outcome: 'undecided', reason: `its condition depends on ${condition.expression}` };
    if (condition !== true) return { ...base, outcome: 'skipped', reason: 'its condition is false' };
    const name = evaluateText(operation.field, environment);
    if (typeof name !== 'string')
      return { ...base, outcome: 'undecided', reason: 'the field to change is not known' };
    const field = environment.resolve(name, subject);
    if (field.kind === 'unknownAlias')
      return {
        ...base,
        field: name,
        outcome: 'undecided',
        reason: `there is no alias ${name} in the alias table`,
      };
    if (field.kind === 'foreign')
      return {
        ...base,
        field: name,
        outcome: 'skipped',
        reason: `${name} is not a property of ${subject.type}`,
      };
    const path: FieldPath = field.kind === 'property' ? field.path : [field.kind];
    const value = operation.value === undefined ? undefined : evaluateText(operation.value, environment);
    const target = { ...base, field: name, path, before: readAt(subject.body, path), after: value };
    if (field.kind === 'property' && field.alias?.modifiable === false && operation.operation !== 'append') {
      return { ...target, ...conflict(policy, `${name} cannot be modified by policy`) };
    }
    return {
      ...target,
      ...(operation.operation === 'append'
        ? outcomeOfAppend(target)
        : outcomeOfModify(target, subject, operation.operation)),
    };
  } catch (error) {
    if (!(error instanceof EvaluationError) && !(error instanceof RuleProblem)) throw error;
    return { ...base, outcome: 'conflict', reason: error.message };
  }
}

function evaluateText(value: Value, environment: PolicyEnvironment): Value {
  return evaluateOperand(readOperand(value, ''), environment);
}

/** `conflictEffect` says what happens to a change that cannot be made: deny (the default), audit or disabled. */
function conflict({ definition }: BoundPolicy, reason: string): Pick<Alteration, 'outcome' | 'reason'> {
  const { details } = definition.rule;
  const effect = details !== undefined && isObject(details) ? get(details, 'conflictEffect') : undefined;
  const denies = typeof effect !== 'string' || fold(effect) === 'deny';
  return { outcome: denies ? 'conflict' : 'skipped', reason };
}

/** Append adds what is missing; where something else stands it acts as a denial. On `[*]` it adds a member. */
function outcomeOfAppend({
  path,
  before,
  after,
}: Pick<Alteration, 'path' | 'before' | 'after'>): Pick<Alteration, 'outcome' | 'reason'> {
  if (path.at(-1) === everyElement) {
    const members = Array.isArray(before) ? before : [];
    return members.some((member) => isSame(member, after)) ? unchanged : applied;
  }
  if (before === undefined || before === null) return applied;
  if (before instanceof Unknown)
    return { outcome: 'undecided', reason: `its present value is ${before.expression}` };
  return isSame(before, after)
    ? unchanged
    : { outcome: 'conflict', reason: 'a different value is set, so append denies' };
}

function outcomeOfModify(
  { path, before, after }: Pick<Alteration, 'path' | 'before' | 'after'>,
  subject: PolicySubject,
  operation: Alteration['operation'],
): Pick<Alteration, 'outcome' | 'reason'> {
  if (operation === 'remove') return before === undefined ? unchanged : applied;
  if (path.at(-1) === everyElement) {
    const members = Array.isArray(before) ? before : [];
    return operation === 'add' && members.some((member) => isSame(member, after)) ? unchanged : applied;
  }
  if (operation === 'add' && before !== undefined && before !== null) return unchanged;
  if (isSame(before, after)) return unchanged;
  const isTag = path[0] === 'tags';
  const parent = path.slice(0, -1);
  if (!isTag && parent.length > 1 && readAt(subject.body, parent) === undefined) {
    return { outcome: 'skipped', reason: 'the object around the property is missing' };
  }
  return applied;
}

const applied = { outcome: 'applied', reason: undefined } as const;
const unchanged = { outcome: 'unchanged', reason: undefined } as const;

function isSame(a: Value | undefined, b: Value | undefined): boolean {
  return a !== undefined && b !== undefined && JSON.stringify(a) === JSON.stringify(b);
}

function changed(body: ValueObject, { operation, path, after }: Alteration): ValueObject {
  if (operation === 'remove') return removeAt(body, path);
  return writeAt(body, path, after ?? null, operation === 'addOrReplace' ? 'replace' : 'add');
}
