import { findKey, isObject, Unknown, type Value, type ValueObject } from '../kernel/index.ts';

/** A step of a path: a property name, an array position, or every element of an array. */
export type PathStep = string | number | typeof everyElement;

/** `[*]`. */
export const everyElement: unique symbol = Symbol('[*]');

/** A path into a resource, e.g. `properties.rules[*].ports[0]`. */
export type FieldPath = readonly PathStep[];

/** Parses a path as aliases and fields write it: names joined by dots, `[*]`, `[0]`, `['quoted name']`. */
export function parseFieldPath(text: string): FieldPath {
  const steps: PathStep[] = [];
  let name = '';
  const flush = () => {
    if (name !== '') steps.push(name);
    name = '';
  };
  for (let at = 0; at < text.length; at++) {
    const character = text[at]!;
    if (character === '.') flush();
    else if (character === '[') {
      const end = closingBracket(text, at);
      if (end === -1) {
        name += text.slice(at);
        break;
      }
      flush();
      steps.push(bracketStep(text.slice(at + 1, end)));
      at = end;
    } else name += character;
  }
  flush();
  return steps;
}

function closingBracket(text: string, open: number): number {
  if (text[open + 1] !== "'") return text.indexOf(']', open);
  for (let at = open + 2; at < text.length; at++) {
    if (text[at] !== "'") continue;
    if (text[at + 1] === "'") at++;
    else return text[at + 1] === ']' ? at + 1 : -1;
  }
  return -1;
}

function bracketStep(inner: string): PathStep {
  if (inner === '*') return everyElement;
  if (/^\d+$/.test(inner)) return Number(inner);
  const quoted = /^'(.*)'$/s.exec(inner);
  return quoted === null ? inner : quoted[1]!.replaceAll("''", "'");
}

/** How many `[*]` a path has. */
export function starCount(path: FieldPath): number {
  return path.filter((step) => step === everyElement).length;
}

/** A value found by a path, with the concrete path to it. */
export interface FoundValue {
  /** `undefined` when there is nothing. */
  readonly value: Value | undefined;
  readonly path: readonly (string | number)[];
  /** It stands for the elements of an array that is not there. */
  readonly virtual?: boolean;
  /** It stands for the elements of an array of which not even the length is known. */
  readonly unknownArray?: boolean;
}

/**
 * Whether a value that was found may not be there at all: a part of something unknown, or an element of an array of which not even the
 * length is known.
 */
export function mayBeMissing({ value, unknownArray }: FoundValue, path: FieldPath): boolean {
  if (!(value instanceof Unknown)) return false;
  return unknownArray === true || (value.type === undefined && path.at(-1) !== everyElement);
}

/** Members that stand in for whole arrays while a `count.where` looks at one of them, by the array's concrete path. */
export type Substitution = ReadonlyMap<string, number>;

/**
 * All values that a path selects, with property names matched without regard to case. `a[*]` selects each element; an array that is
 * not there selects one virtual nothing.
 */
export function selectValues(root: Value, path: FieldPath, substitution?: Substitution): FoundValue[] {
  const found: FoundValue[] = [];
  select(root, path, 0, [], substitution, found);
  return found;
}

function select(
  value: Value | undefined,
  path: FieldPath,
  at: number,
  walked: readonly (string | number)[],
  substitution: Substitution | undefined,
  found: FoundValue[],
): void {
  const step = path[at];
  if (step === undefined) {
    found.push({ value, path: walked });
    return;
  }
  if (step === everyElement) {
    selectElements(value, path, at, walked, substitution, found);
    return;
  }
  const next = childOf(value, step);
  select(next.value, path, at + 1, [...walked, next.key], substitution, found);
}

function selectElements(
  value: Value | undefined,
  path: FieldPath,
  at: number,
  walked: readonly (string | number)[],
  substitution: Substitution | undefined,
  found: FoundValue[],
): void {
  if (value instanceof Unknown) {
    found.push({ value: value.derive(`${value.expression}[*]`), path: walked, unknownArray: true });
    return;
  }
  if (!Array.isArray(value)) {
    found.push({ value: undefined, path: walked, virtual: true });
    return;
  }
  const only = substitution?.get(pathKey(walked));
  if (only !== undefined) {
    select(value[only], path, at + 1, [...walked, only], substitution, found);
    return;
  }
  for (const [index, item] of value.entries())
    select(item, path, at + 1, [...walked, index], substitution, found);
}

/** The key of a concrete array path in a {@link Substitution}. */
export function pathKey(path: readonly (string | number)[]): string {
  return JSON.stringify(path);
}

function childOf(
  value: Value | undefined,
  step: string | number,
): { value: Value | undefined; key: string | number } {
  if (value instanceof Unknown) return { value: memberOfUnknown(value, step), key: step };
  if (typeof step === 'number') return { value: Array.isArray(value) ? value[step] : undefined, key: step };
  if (value === undefined || !isObject(value)) return { value: undefined, key: step };
  const key = findKey(value, step);
  return key === undefined ? { value: undefined, key: step } : { value: value[key], key };
}

function memberOfUnknown(value: Unknown, step: string | number): Value | undefined {
  const known = value.known?.();
  if (Array.isArray(known) && typeof step === 'number' && known[step] !== undefined) return known[step];
  const key = known === undefined || Array.isArray(known) ? undefined : findKey(known, String(step));
  if (key !== undefined) return (known as ValueObject)[key]!;
  // A text or a number has no properties, whatever its value.
  if (value.type !== undefined && value.type !== 'object' && value.type !== 'array') return undefined;
  return value.derive(
    typeof step === 'number' ? `${value.expression}[${step}]` : `${value.expression}.${step}`,
  );
}
