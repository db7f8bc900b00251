import { findKey, isObject, Unknown, type Value, type ValueObject } from '../../kernel/index.ts';
import { actionPattern } from '../pattern/index.ts';

/** Azure takes one `*`; texts with many more are no patterns that anybody wrote. */
const starCountMax = 4;
const patternLengthMax = 1_024;
const patternCountMax = 10_000;

/** Why a role definition cannot be read. Never leaves the reader. */
export class RoleProblem extends Error {
  override readonly name = 'RoleProblem';
}

/** The value of a key in any case; what is missing is null. */
export function valueIn(object: ValueObject, name: string): Value {
  const key = findKey(object, name);
  return key === undefined ? null : (object[key] ?? null);
}

/** The text of a key; empty when it is missing or null. */
export function textOf(object: ValueObject, name: string): string {
  const value = valueIn(object, name);
  if (value === null) return '';
  if (typeof value !== 'string') throw new RoleProblem(problemOf(name, value, 'a text'));
  return value;
}

/** The texts of a list; empty when it is missing or null. */
export function textsOf(object: ValueObject, name: string): readonly string[] {
  return listOf(object, name).map((item) => {
    if (typeof item !== 'string') throw new RoleProblem(problemOf(name, item, 'a list of texts'));
    return item;
  });
}

/** The objects of a list; one object stands for a list of it. */
export function objectsOf(object: ValueObject, name: string): readonly ValueObject[] {
  return listOf(object, name).map((item) => {
    if (!isObject(item)) throw new RoleProblem(problemOf(name, item, 'a list of objects'));
    return item;
  });
}

/** The patterns of a list, as their author wrote them. */
export function patternsOf(object: ValueObject, name: string): readonly string[] {
  const texts = textsOf(object, name);
  if (texts.length > patternCountMax)
    throw new RoleProblem(`\`${name}\` has over ${patternCountMax} entries`);
  for (const text of texts)
    if (text.length > patternLengthMax || actionPattern(text).stars > starCountMax)
      throw new RoleProblem(`\`${text.slice(0, 100)}\` in \`${name}\` is no pattern of actions`);
  return texts;
}

function listOf(object: ValueObject, name: string): readonly Value[] {
  const value = valueIn(object, name);
  if (value === null) return [];
  if (Array.isArray(value)) return value;
  if (isObject(value)) return [value];
  throw new RoleProblem(problemOf(name, value, 'a list'));
}

function problemOf(name: string, value: Value, wanted: string): string {
  return value instanceof Unknown ? `\`${name}\` is not known: ${value}` : `\`${name}\` is not ${wanted}`;
}
