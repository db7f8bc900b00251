import { fold, type ValueObject } from '../../kernel/index.ts';
import type { TemplateFunction } from '../template-function.ts';
import { objectAt } from './operands.ts';

/** The keys of an object in alphabetical order, without regard to case. */
export function sortedKeys(object: ValueObject): string[] {
  return Object.keys(object).sort((a, b) => compare(fold(a), fold(b)) || compare(a, b));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** `items`: the properties of an object as an array, in the order of their keys (template-functions-object.md). */
export const items: TemplateFunction = {
  name: 'items',
  argumentsMin: 1,
  argumentsMax: 1,
  unknowns: 'shallow',
  returns: 'array',
  run(args, call) {
    const object = objectAt(call, args, 0);
    return sortedKeys(object).map((key) => ({ key, value: object[key]! }));
  },
};

/** `objectKeys`: the keys of an object in their order (template-functions-object.md). */
export const objectKeys: TemplateFunction = {
  name: 'objectKeys',
  argumentsMin: 1,
  argumentsMax: 1,
  unknowns: 'shallow',
  returns: 'array',
  run: (args, call) => sortedKeys(objectAt(call, args, 0)),
};
