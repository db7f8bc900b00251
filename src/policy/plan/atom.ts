import { fold, isKnown, textOfValue, Unknown, type Value } from '../../kernel/index.ts';
import type { BoundPolicy } from '../bound-policy.ts';
import { type Condition, type FieldCountSide, type LeafCondition, leavesOf } from '../condition.ts';
import { type EvaluationOptions, environmentFor } from '../evaluate-policy.ts';
import { normalizeLocation, type ResolvedField, resolveField } from '../field.ts';
import type { FieldPath } from '../field-path.ts';
import { interpret } from '../interpret.ts';
import { type PolicySubject, shortName } from '../policy-subject.ts';
import { type Answer, ask, compileTest, no, yes } from './atom-test.ts';
import { compilePath, elementsOf, type PlanValue, undecided, visitPath } from './path-reader.ts';

/**
 * One distinct leaf of the conditions of a type, evaluated at most once a resource: a test of the value of one field, or of the whole
 * resource.
 */
export type Atom = FieldAtom | ResourceAtom;

export interface FieldAtom {
  /** The field's key: atoms with the same one read the same value. */
  readonly field: string;
  readonly read: (subject: PolicySubject) => PlanValue;
  readonly test: (value: PlanValue) => Answer;
}

export interface ResourceAtom {
  readonly field: undefined;
  readonly test: (subject: PolicySubject) => Answer;
}

/** What atoms are compiled for. */
export interface AtomContext {
  /** Folded. */
  readonly type: string;
  readonly options: EvaluationOptions;
}

/** A key that two leaves share when they always have the same truth; `undefined` for leaves that hold expressions. */
export function atomKey(leaf: LeafCondition): string | undefined {
  return isLiteralLeaf(leaf)
    ? JSON.stringify(leaf, (key, value) =>
        key === 'pointer' || key === 'text' ? undefined : typeof value === 'bigint' ? `${value}n` : value,
      )
    : undefined;
}

function isLiteralLeaf(leaf: LeafCondition): boolean {
  const { left } = leaf;
  const operand = left.kind === 'field' || left.kind === 'fieldCount' ? left.field : left.value;
  if (operand.kind !== 'literal' || leaf.right.kind !== 'literal' || !isKnown(leaf.right.value)) return false;
  return (
    left.kind === 'field' ||
    left.kind === 'value' ||
    left.where === undefined ||
    [...leavesOf(left.where)].every(isLiteralLeaf)
  );
}

/** Compiles a leaf; what has no fast form is interpreted. */
export function compileAtom(leaf: LeafCondition, policy: BoundPolicy, context: AtomContext): Atom {
  return (
    compileFieldAtom(leaf, context) ??
    compileCountAtom(leaf, context) ??
    interpretedAtom(leaf, policy, context)
  );
}

function interpretedAtom(leaf: LeafCondition, policy: BoundPolicy, { options }: AtomContext): Atom {
  const test = (subject: PolicySubject): Answer => {
    const { outcome } = interpret(leaf, environmentFor(policy, subject, options));
    return outcome === 'true' ? yes : outcome === 'false' ? no : ask;
  };
  return { field: undefined, test };
}

function compileFieldAtom(leaf: LeafCondition, context: AtomContext): Atom | undefined {
  if (leaf.left.kind !== 'field' || leaf.left.field.kind !== 'literal' || !isLiteral(leaf)) return undefined;
  const field = fieldFor(textOfValue(leaf.left.field.value), context);
  if (field === undefined) return undefined;
  const isLocation = field.kind === 'location';
  const test = compileTest(
    leaf.operator,
    isLocation ? normalizeLocation(leaf.right.value) : leaf.right.value,
  );
  if (field.kind === 'property' && field.stars > 0)
    return { field: undefined, test: compileEvery(field.path, test) };
  const read = fieldReader(field);
  if (read === undefined) return undefined;
  const key = fold(textOfValue(leaf.left.field.value));
  if (!isLocation) return { field: key, read, test };
  return {
    field: key,
    read,
    test: (value) =>
      test(typeof value === 'string' || Array.isArray(value) ? normalizeLocation(value) : value),
  };
}

/** A field as the plan reads it; aliases whose path depends on the API version are left to the interpreter. */
function fieldFor(name: string, { type, options }: AtomContext): ResolvedField | undefined {
  const field = resolveField(name, type, undefined, options.resolver);
  if (field.kind === 'unknownAlias') return undefined;
  if (field.kind === 'property' && (field.alias?.versions?.length ?? 0) > 0) return undefined;
  return field;
}

function isLiteral(
  leaf: LeafCondition,
): leaf is LeafCondition & { right: { kind: 'literal'; value: Value } } {
  return leaf.right.kind === 'literal' && isKnown(leaf.right.value);
}

function fieldReader(field: ResolvedField): ((subject: PolicySubject) => PlanValue) | undefined {
  switch (field.kind) {
    case 'property': {
      const read = compilePath(field.path);
      return (subject) => read(subject.body);
    }
    case 'name':
      return (subject) => known(shortName(subject));
    case 'fullName':
      return (subject) => known(subject.name);
    case 'id':
      return (subject) => known(subject.id);
    case 'apiVersion':
      return (subject) => subject.apiVersion;
    case 'type':
      return (subject) => (subject.type === '' ? undefined : subject.type);
    case 'location': {
      const read = compilePath(['location']);
      return (subject) => read(subject.body) ?? known(subject.parentLocation);
    }
    case 'foreign':
      return () => undefined;
    case 'unknownAlias':
      return undefined;
    default:
      return field satisfies never;
  }
}

function known(value: Value | undefined): PlanValue {
  return value instanceof Unknown ? undecided : value;
}

/** A condition on `[*]`: it holds when it holds for every element. */
function compileEvery(
  path: FieldPath,
  test: (left: PlanValue) => Answer,
): (subject: { readonly body: Value }) => Answer {
  return (subject) => {
    let answer: Answer = yes;
    visitPath(subject.body, path, 0, (value) => {
      const one = test(value);
      // A failing element that comes after a deciding one must still fail the evaluation, so that is left to the interpreter.
      if (one === ask) answer = ask;
      else if (one === no && answer === yes) answer = no;
      return answer !== ask;
    });
    return answer;
  };
}

/** `count` over one array, with a `where` that looks only at the members. */
function compileCountAtom(leaf: LeafCondition, context: AtomContext): Atom | undefined {
  const { left } = leaf;
  if (left.kind !== 'fieldCount' || left.field.kind !== 'literal' || !isLiteral(leaf)) return undefined;
  const name = textOfValue(left.field.value);
  const field = fieldFor(name, context);
  if (field?.kind !== 'property') return undefined;
  const where =
    left.where === undefined
      ? (): Answer => yes
      : compileWhere(left.where, { ...left, path: field.path }, context);
  if (where === undefined) return undefined;
  const test = compileTest(leaf.operator, leaf.right.value);
  return {
    field: `count ${fold(name)}`,
    read: (subject) => elementsOf(subject.body, field.path) ?? undecided,
    test: (members) => (Array.isArray(members) ? countMembers(members, where, test) : ask),
  };
}

function countMembers(
  members: readonly Value[],
  where: MemberTest,
  test: (count: PlanValue) => Answer,
): Answer {
  let count = 0;
  for (const member of members) {
    const answer = where(member);
    if (answer === ask) return ask;
    count += answer;
  }
  return test(count);
}

type MemberTest = (member: Value) => Answer;

/** Compiles a `where` to a test of one member; `undefined` when it looks at anything else. */
function compileWhere(
  condition: Condition,
  count: FieldCountSide & { path: FieldPath },
  context: AtomContext,
): MemberTest | undefined {
  if (condition.kind === 'leaf') return compileMemberLeaf(condition, count.path, context);
  if (condition.kind === 'not') {
    const inner = compileWhere(condition.condition, count, context);
    return inner && ((member) => negated(inner(member)));
  }
  const tests: MemberTest[] = [];
  for (const one of condition.conditions) {
    const test = compileWhere(one, count, context);
    if (test === undefined) return undefined;
    tests.push(test);
  }
  const decisive = condition.kind === 'allOf' ? no : yes;
  return (member) => {
    for (const test of tests) {
      const answer = test(member);
      if (answer === ask || answer === decisive) return answer;
    }
    return decisive === no ? yes : no;
  };
}

function negated(answer: Answer): Answer {
  return answer === ask ? ask : answer === yes ? no : yes;
}

function compileMemberLeaf(
  leaf: LeafCondition,
  counted: FieldPath,
  context: AtomContext,
): MemberTest | undefined {
  if (leaf.left.kind !== 'field' || leaf.left.field.kind !== 'literal' || !isLiteral(leaf)) return undefined;
  const field = fieldFor(textOfValue(leaf.left.field.value), context);
  if (field?.kind !== 'property' || !startsWith(field.path, counted)) return undefined;
  const rest = field.path.slice(counted.length);
  const test = compileTest(leaf.operator, leaf.right.value);
  if (rest.every((step) => typeof step !== 'symbol')) {
    const read = compilePath(rest);
    return (member) => test(read(member));
  }
  const every = compileEvery(rest, test);
  return (member) => every({ body: member });
}

function startsWith(path: FieldPath, prefix: FieldPath): boolean {
  return path.length >= prefix.length && prefix.every((step, index) => sameStep(step, path[index]!));
}

function sameStep(a: FieldPath[number], b: FieldPath[number]): boolean {
  return a === b || (typeof a === 'string' && typeof b === 'string' && fold(a) === fold(b));
}
