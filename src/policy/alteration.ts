import { fold, isObject, textOfValue, Unknown, type Value, type ValueObject } from '../kernel/index.ts';
import { deepEquals, EvaluationError } from '../template/index.ts';
import type { BoundPolicy } from './bound-policy.ts';
import { type EvaluationOptions, environmentFor } from './evaluate-policy.ts';
import { everyElement, type FieldPath, type FoundValue, selectValues } from './field-path.ts';
import { evaluateOperand } from './interpret.ts';
import { RuleProblem, readOperand } from './operand.ts';
import type { PolicyEnvironment } from './policy-environment.ts';
import { get } from './policy-parameters.ts';
import type { PolicySubject } from './policy-subject.ts';
import { removeAt, writeAt } from './write-path.ts';

/** One change that an append or modify policy makes, or why it does not. */
export interface Alteration {
  readonly operation: 'add' | 'addOrReplace' | 'remove' | 'append';
  /** The field as the policy writes it. */
  readonly field: string;
  readonly path: FieldPath;
  /** What is there now; for `a[*]` the array, for `a[*].b` the list of what the members have. */
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
 * Applies an append or modify policy whose condition holds (effect-append.md, effect-modify.md, how-to/author-policies-for-arrays.md). The
 * resource given is not changed; later effects see the one returned.
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
    const attempted = attempt(operation, policy, { ...subject, body }, environment);
    alterations.push(attempted.alteration);
    body = attempted.body;
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
      field: textOfValue(get(item, 'field') ?? ''),
      value: get(item, 'value'),
      condition: undefined,
    }));
  }
  const operations = details !== undefined && isObject(details) ? get(details, 'operations') : undefined;
  if (!Array.isArray(operations)) return [];
  return operations.filter(isObject).map((item) => ({
    operation: operationNames[fold(textOfValue(get(item, 'operation') ?? ''))] ?? 'addOrReplace',
    field: textOfValue(get(item, 'field') ?? ''),
    value: get(item, 'value'),
    condition: get(item, 'condition'),
  }));
}

interface Attempt {
  readonly alteration: Alteration;
  readonly body: ValueObject;
}

function attempt(
  operation: Operation,
  policy: BoundPolicy,
  subject: PolicySubject,
  environment: PolicyEnvironment,
): Attempt {
  const base = {
    operation: operation.operation,
    field: operation.field,
    path: [],
    before: undefined,
    after: undefined,
  };
  const without = (parts: Pick<Alteration, 'outcome' | 'reason'> & Partial<Alteration>): Attempt => ({
    alteration: { ...base, ...parts },
    body: subject.body,
  });
  try {
    const condition =
      operation.condition === undefined ? true : evaluateText(operation.condition, environment);
    if (condition instanceof Unknown)
      return without({ outcome: 'undecided', reason: `its condition depends on ${condition.expression}` });
    if (condition !== true) return without({ outcome: 'skipped', reason: 'its condition is false' });
    const field = evaluateText(operation.field, environment);
    if (typeof field !== 'string')
      return without({ outcome: 'undecided', reason: 'the field to change is not known' });
    const resolved = environment.resolve(field, subject);
    if (resolved.kind === 'unknownAlias')
      return without({
        field,
        outcome: 'undecided',
        reason: `there is no alias ${field} in the alias table`,
      });
    if (resolved.kind === 'foreign')
      return without({
        field,
        outcome: 'skipped',
        reason: `${field} is not a property of ${subject.type}`,
      });
    const path: FieldPath = resolved.kind === 'property' ? resolved.path : [resolved.kind];
    const after = operation.value === undefined ? undefined : evaluateText(operation.value, environment);
    const isFixed = resolved.kind === 'property' && resolved.alias?.modifiable === false;
    if (isFixed && operation.operation !== 'append')
      return without({ field, path, after, ...conflictOf(field, policy, environment) });
    const change =
      operation.operation === 'remove'
        ? removal(subject.body, path)
        : writing(subject.body, path, operation.operation, after ?? null);
    const { outcome, reason, before, body } = change;
    return { alteration: { ...base, field, path, before, after, outcome, reason }, body };
  } catch (error) {
    if (!(error instanceof EvaluationError) && !(error instanceof RuleProblem)) throw error;
    return without({ outcome: 'conflict', reason: error.message });
  }
}

function evaluateText(value: Value, environment: PolicyEnvironment): Value {
  return evaluateOperand(readOperand(value, ''), environment);
}

/** `conflictEffect` says what happens to a change that cannot be made: deny (the default), audit or disabled (effect-modify.md#modify-properties). */
export function conflictEffectOf(
  { definition }: BoundPolicy,
  environment: PolicyEnvironment,
): 'deny' | 'audit' | 'disabled' {
  const { details } = definition.rule;
  const written = details !== undefined && isObject(details) ? get(details, 'conflictEffect') : undefined;
  const effect = written === undefined ? 'deny' : evaluateText(written, environment);
  const folded = typeof effect === 'string' ? fold(effect) : 'deny';
  return folded === 'audit' || folded === 'disabled' ? folded : 'deny';
}

function conflictOf(
  field: string,
  policy: BoundPolicy,
  environment: PolicyEnvironment,
): Pick<Alteration, 'outcome' | 'reason'> {
  const denies = conflictEffectOf(policy, environment) === 'deny';
  return { outcome: denies ? 'conflict' : 'skipped', reason: `${field} cannot be modified by policy` };
}

interface Change extends Pick<Alteration, 'outcome' | 'reason' | 'before'> {
  readonly body: ValueObject;
}

/** Only tags can be removed (effect-modify.md#modify-operations). */
function removal(body: ValueObject, path: FieldPath): Change {
  const before = selectValues(body, path)[0]?.value;
  if (path[0] !== 'tags') return { outcome: 'skipped', reason: 'only tags can be removed', before, body };
  if (before === undefined) return { outcome: 'unchanged', reason: undefined, before, body };
  return { outcome: 'applied', reason: undefined, before, body: removeAt(body, path) };
}

/** Adds or sets a value at every place that a path means: a member at `a[*]`, a property of each member at `a[*].b`. */
function writing(
  body: ValueObject,
  path: FieldPath,
  operation: Exclude<Alteration['operation'], 'remove'>,
  value: Value,
): Change {
  const isMember = path.at(-1) === everyElement;
  const places = selectValues(body, isMember ? path.slice(0, -1) : path);
  const decide = isMember ? decideMember : decideProperty;
  const decisions: Decision[] = [];
  let changed = body;
  for (const place of places) {
    const decision = decideParent(body, place, operation) ?? decide(operation, place.value, value);
    decisions.push(decision);
    if (decision.write !== undefined) changed = writeAt(changed, place.path, decision.write);
  }
  const before = path.slice(0, -1).includes(everyElement)
    ? places.flatMap((place) => (place.value === undefined ? [] : [place.value]))
    : places[0]?.value;
  const worst = rank.flatMap((outcome) => decisions.filter((one) => one.outcome === outcome))[0];
  const { outcome, reason } = worst ?? parentMissing;
  return { outcome, reason, before, body: outcome === 'applied' ? changed : body };
}

/** What decides about the whole when an operation does different things in different places. */
const rank: readonly Alteration['outcome'][] = ['conflict', 'undecided', 'applied', 'skipped', 'unchanged'];

interface Decision extends Pick<Alteration, 'outcome' | 'reason'> {
  /** What is written. */
  readonly write?: Value;
}

const unchanged: Decision = { outcome: 'unchanged', reason: undefined };
const parentMissing: Decision = { outcome: 'skipped', reason: 'the object around the property is missing' };

function applied(write: Value): Decision {
  return { outcome: 'applied', reason: undefined, write };
}

function undecidedAt(present: Unknown): Decision {
  return {
    outcome: 'undecided',
    reason: `its present value is ${present.secret ? 'a secret' : present.expression}`,
  };
}

/** Append and add set what is missing. Over a different value append acts as a denial; add leaves what is there. */
function decideProperty(
  operation: Alteration['operation'],
  present: Value | undefined,
  value: Value,
): Decision {
  if (present === undefined || present === null) return applied(value);
  const same = deepEquals(present, value);
  if (same === true) return unchanged;
  if (operation === 'addOrReplace') return applied(value);
  if (present instanceof Unknown && (operation === 'append' || present.type === undefined))
    return undecidedAt(present);
  if (operation === 'add') return unchanged;
  return same === undefined
    ? { outcome: 'undecided', reason: 'the value to append is not known' }
    : { outcome: 'conflict', reason: 'a different value is set, so append denies' };
}

/** At `a[*]` append and add add a member; addOrReplace makes it the only one. */
function decideMember(
  operation: Alteration['operation'],
  present: Value | undefined,
  value: Value,
): Decision {
  const members = Array.isArray(present) ? present : [];
  if (operation === 'addOrReplace')
    return members.length === 1 && deepEquals(members[0]!, value) === true ? unchanged : applied([value]);
  if (present instanceof Unknown) return undecidedAt(present);
  return members.some((member) => deepEquals(member, value) === true)
    ? unchanged
    : applied([...members, value]);
}

/**
 * What the objects around a property decide already: where they are unknown nothing can be written; where the nearest is not in the
 * request its author left it out on purpose, so modify skips. Tags need none.
 */
function decideParent(
  body: ValueObject,
  { path, virtual }: FoundValue,
  operation: Alteration['operation'],
): Decision | undefined {
  if (virtual) return parentMissing;
  let parent: Value | undefined = body;
  for (let depth = 1; depth < path.length; depth++) {
    parent = selectValues(body, path.slice(0, depth))[0]?.value;
    if (parent instanceof Unknown) return undecidedAt(parent);
  }
  const isNested = path.length > 2 && path[0] !== 'tags';
  return isNested && parent === undefined && operation !== 'append' ? parentMissing : undefined;
}
