import { fold, isObject, Unknown, type Value } from '../../kernel/index.ts';
import { type LeafTrace, operators } from '../../policy/index.ts';
import { tellLeaf } from '../reason.ts';
import { type Edit, type EditScene, editOf, memberNote } from './edit.ts';
import { completed, fieldSteps, placesOf } from './field-paths.ts';
import { type LeafToFlip, leavesToFlip } from './leaves-to-flip.ts';
import { changeAt, isWithin, type PropertyPath, valueAt } from './property-change.ts';
import { placeholder, positiveWish, type Wish, wantedValues } from './wanted-values.ts';

const operandCountMax = 20;

/** The edits that may make a condition turn out as wanted. Whether one does, and helps, is for an evaluation to say. */
export function leafEdits(flip: LeafToFlip, scene: EditScene): Edit[] {
  switch (flip.leaf.expressionKind) {
    case 'Field':
      return fieldEdits(flip, scene);
    case 'Value':
      return valueEdits(flip, scene);
    case 'Count':
      return countEdits(flip, scene);
    default:
      return flip.leaf.expressionKind satisfies never;
  }
}

function fieldEdits({ leaf, wanted }: LeafToFlip, scene: EditScene): Edit[] {
  const steps = fieldSteps(leaf.expression, scene, scene.aliases);
  const deciding = wanted ? 'false' : 'true';
  const paths = leaf.found
    .filter(({ outcome }) => outcome === deciding)
    .slice(0, operandCountMax)
    .map(({ path }) => completed(path, steps));
  // No member of an empty array breaks a condition on all of them.
  if (paths.length === 0 && steps !== undefined) paths.push(...placesOf(scene.body, steps, scene.member));
  return paths.flatMap((path) => editsAt(path, { leaf, wanted }, scene));
}

function editsAt(path: PropertyPath, { leaf, wanted }: LeafToFlip, scene: EditScene): Edit[] {
  const wish: Wish = {
    ...positiveWish(leaf.operator, wanted),
    target: leaf.target,
    before: valueAt(scene.body, path),
    named: scene.names.of(leaf.expression),
    isList: /[^s]s$/i.test(String(path.at(-1))),
    stated: scene.names.statedFor(path),
  };
  const { weight } = tellLeaf({ leaf, wantsTruth: wanted }, scene.names.policyName);
  const edits = wantedValues(wish).flatMap((value) => editOf(scene, path, value, weight) ?? []);
  const isMissing = leaf.operator === 'exists' && wish.before === undefined;
  return isMissing ? [...edits, ...innerEdits(path, weight, scene)] : edits;
}

/** An object is there as soon as a part of it is: parts that the policy looks at tell better than a placeholder what belongs into it. */
function innerEdits(path: PropertyPath, weight: number, scene: EditScene): Edit[] {
  return [...scene.names.fields].flatMap((field) => {
    const steps = fieldSteps(field, scene, scene.aliases);
    if (steps === undefined || steps.length <= path.length || !isWithin(steps, path)) return [];
    const [inner] = placesOf(scene.body, steps, scene.member);
    if (inner === undefined) return [];
    const named = scene.names.of(field);
    const stated = scene.names.statedFor(inner);
    const wish = { operator: 'exists', target: true, wanted: true, before: undefined, named, stated };
    // Before the placeholder for the whole.
    return wantedValues(wish).flatMap((value) => editOf(scene, inner, value, weight + 1) ?? []);
  });
}

/** An expression is computed from fields: each of them is tried with what the policy names for it and with its opposite. */
function valueEdits({ leaf, wanted }: LeafToFlip, scene: EditScene): Edit[] {
  return fieldCalls(leaf.expression).flatMap(({ field, inner }) => {
    const steps = fieldSteps(field, scene, scene.aliases);
    if (steps === undefined) return [];
    return placesOf(scene.body, [...steps, ...inner], scene.member).flatMap((path) => {
      const wish: Wish = {
        ...positiveWish(leaf.operator, wanted),
        target: isOfField(leaf.target, inner) ? leaf.target : undefined,
        before: valueAt(scene.body, path),
        named: [...scene.names.of(field), ...scene.names.ofParameters(leaf.expression)],
        stated: scene.names.statedFor(path),
      };
      return wantedValues(wish).flatMap((value) => editOf(scene, path, value, 2 * inner.length) ?? []);
    });
  });
}

/** What an expression yields is compared with the target; that is a value of the field's only where the expression hands it on. */
function isOfField(target: Value | undefined, inner: PropertyPath): boolean {
  return inner.length > 0 || (typeof target === 'string' && !/^(true|false|-?\d+)$/i.test(target));
}

interface FieldCall {
  readonly field: string;
  /** The part of the field's value that the expression takes. */
  readonly inner: PropertyPath;
}

/** The fields that an expression reads: `field('a')`, `current('a')`, `tryGet(field('a'), 'b', 'c')`. */
function fieldCalls(expression: string): FieldCall[] {
  const calls = new Map<string, FieldCall>();
  const text = expression.slice(0, expressionLengthMax);
  for (const match of text.matchAll(/\b(?:field|current)\('([^']+)'\)((?:, *'[^']+')*)/gi)) {
    const [, field = '', keys = ''] = match;
    const isPart = text.slice(0, match.index).toLowerCase().endsWith('tryget(');
    const inner = isPart ? [...keys.matchAll(/'([^']+)'/g)].map(([, key = '']) => key) : [];
    calls.set(JSON.stringify([field, ...inner]), { field, inner });
  }
  return [...calls.values()];
}

const expressionLengthMax = 8_192;

const triedCountMax = 10;

/** A count is brought down or up by one member at a time. */
function countEdits({ leaf, wanted }: LeafToFlip, scene: EditScene): Edit[] {
  const count = Number(leaf.found[0]?.value ?? 0);
  const isRight = (number: number) => holds(leaf, number) === wanted;
  const fewer = Array.from({ length: Math.min(count, triedCountMax) }, (_, index) => count - 1 - index);
  const more = Array.from({ length: triedCountMax }, (_, index) => count + 1 + index);
  return [
    ...(fewer.some(isRight) ? fewerEdits(leaf, scene) : []),
    ...(more.some(isRight) ? moreEdits(leaf, scene) : []),
  ];
}

function holds({ operator, target }: LeafTrace, count: number): boolean | undefined {
  const test = operators.get(fold(operator))?.test;
  if (test === undefined || target === undefined || target instanceof Unknown) return undefined;
  return test(count, target);
}

function fewerEdits(leaf: LeafTrace, scene: EditScene): Edit[] {
  const edits = memberEdits(leaf, false, scene);
  for (const { path } of leaf.found.slice(1).filter(({ outcome }) => outcome === 'true')) {
    if (typeof path.at(-1) === 'number')
      edits.push({ change: changeAt(scene.body, path, undefined, memberNote), cost: 12, tier: 1 });
  }
  if (leaf.members.length > 0) return edits;
  return arraysOf(leaf, scene).flatMap((path) => editOf(scene, path, { value: undefined, cost: 8 }, 0) ?? []);
}

function moreEdits(leaf: LeafTrace, scene: EditScene): Edit[] {
  const edits = memberEdits(leaf, true, scene);
  for (const path of arraysOf(leaf, scene)) {
    const array = valueAt(scene.body, path);
    // One that was added already is filled in before the next.
    if (array instanceof Unknown || (Array.isArray(array) && array.some(isEmpty))) continue;
    const position = Array.isArray(array) ? array.length : 0;
    const value = holdsObjects(leaf, scene, array) ? {} : placeholder;
    const edit = editOf(scene, [...path, position], { value, cost: 4, isPlaceholder: true }, 0);
    if (edit !== undefined) edits.push(edit);
  }
  return edits;
}

function isEmpty(member: Value): boolean {
  return isObject(member) && Object.keys(member).length === 0;
}

/** Whether the members of an array are objects: as those there are, or as a name of a part of them says. */
function holdsObjects(
  { expression, members }: LeafTrace,
  scene: EditScene,
  array: Value | undefined,
): boolean {
  if (Array.isArray(array) && array.length > 0) return isObject(array[0]);
  if (members.length > 0) return true;
  const part = `${fold(expression)}.`;
  for (const field of scene.names.fields) if (field.startsWith(part)) return true;
  for (const name of scene.aliases.namesOf(fold(scene.type))) if (fold(name).startsWith(part)) return true;
  return false;
}

/** Edits of the members that count, or do not count yet. */
function memberEdits(leaf: LeafTrace, wanted: boolean, scene: EditScene): Edit[] {
  return leaf.members.slice(0, operandCountMax).flatMap((trace, index) => {
    const found = leaf.found[index + 1]?.path ?? [];
    const member = found.length > 0 ? found : scene.member;
    return leavesToFlip(trace, wanted).flatMap((inner) => leafEdits(inner, { ...scene, member }));
  });
}

/** The arrays that a count is about. */
function arraysOf({ expression }: LeafTrace, scene: EditScene): PropertyPath[] {
  const steps = fieldSteps(expression, scene, scene.aliases);
  return steps === undefined ? [] : placesOf(scene.body, steps.slice(0, -1), scene.member);
}
