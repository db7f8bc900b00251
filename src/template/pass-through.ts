import { findKey, fold, isObject, Unknown, type Value } from '../kernel/index.ts';
import { evaluate } from './evaluate.ts';
import type { CallExpression, Expression } from './expression.ts';
import type { Frame } from './frame.ts';
import { EvaluationError } from './template-function.ts';

/** A path inside a value: property names and array positions. */
export type ValuePath = readonly (string | number)[];

/** The part of a value that an argument hands on: which argument, and where in it. */
export interface HandedOn {
  readonly expression: Expression;
  readonly path: ValuePath;
}

type Rule = (call: CallExpression, frame: Frame, path: ValuePath) => HandedOn | undefined;

/** For functions that hand a value on rather than compute one: the argument that `path` of the result comes from. */
export const passThroughRules: ReadonlyMap<string, Rule> = new Map<string, Rule>([
  ['if', chosenBranch],
  ['coalesce', firstThatIsThere],
  ['createobject', memberOfNewObject],
  ['createarray', itemOfNewArray],
  ['union', lastThatHasPath],
  ['shallowmerge', lastThatHasKey],
  ['tryget', keysOfTryGet],
  ['first', (call, frame, path) => endOfArray(call, frame, path, () => 0)],
  ['last', (call, frame, path) => endOfArray(call, frame, path, (length) => length - 1)],
]);

/** The value of an expression; `undefined` where it has none. */
export function tryEvaluate(expression: Expression, frame: Frame): Value | undefined {
  try {
    return evaluate(expression, frame);
  } catch (error) {
    if (error instanceof EvaluationError) return undefined;
    throw error;
  }
}

function chosenBranch(call: CallExpression, frame: Frame, path: ValuePath): HandedOn | undefined {
  const [condition, whenTrue, whenFalse] = call.args;
  const chosen = condition === undefined ? undefined : tryEvaluate(condition, frame);
  const expression = chosen === true ? whenTrue : chosen === false ? whenFalse : undefined;
  return expression && { expression, path };
}

function firstThatIsThere(call: CallExpression, frame: Frame, path: ValuePath): HandedOn | undefined {
  const expression = call.args.find((arg) => tryEvaluate(arg, frame) !== null);
  return expression && { expression, path };
}

function memberOfNewObject(
  call: CallExpression,
  frame: Frame,
  [key, ...rest]: ValuePath,
): HandedOn | undefined {
  if (key === undefined) return undefined;
  for (let at = call.args.length - 2; at >= 0; at -= 2) {
    const name = tryEvaluate(call.args[at]!, frame);
    if (typeof name === 'string' && fold(name) === fold(String(key))) {
      return { expression: call.args[at + 1]!, path: rest };
    }
  }
  return undefined;
}

function itemOfNewArray(
  call: CallExpression,
  _frame: Frame,
  [index, ...rest]: ValuePath,
): HandedOn | undefined {
  const expression = typeof index === 'number' ? call.args[index] : undefined;
  return expression && { expression, path: rest };
}

function lastThatHasPath(call: CallExpression, frame: Frame, path: ValuePath): HandedOn | undefined {
  if (path.length === 0) return undefined;
  const expression = call.args.findLast((arg) => hasPath(tryEvaluate(arg, frame), path));
  return expression && { expression, path };
}

/** `shallowMerge` takes a list of objects; the last one that has a property gives all of it. */
function lastThatHasKey(call: CallExpression, frame: Frame, path: ValuePath): HandedOn | undefined {
  const [list] = call.args;
  if (path.length === 0 || list?.kind !== 'call' || fold(list.name) !== 'createarray') return undefined;
  const expression = list.args.findLast((arg) => hasPath(tryEvaluate(arg, frame), path.slice(0, 1)));
  return expression && { expression, path };
}

function keysOfTryGet(call: CallExpression, frame: Frame, path: ValuePath): HandedOn | undefined {
  const keys = call.args.slice(1).map((arg) => tryEvaluate(arg, frame));
  const areKeys = keys.every((key) => typeof key === 'string' || typeof key === 'number');
  return areKeys ? { expression: call.args[0]!, path: [...keys, ...path] } : undefined;
}

function endOfArray(
  call: CallExpression,
  frame: Frame,
  path: ValuePath,
  position: (length: number) => number,
): HandedOn | undefined {
  const list = call.args[0] === undefined ? undefined : tryEvaluate(call.args[0], frame);
  if (!Array.isArray(list) || list.length === 0) return undefined;
  return { expression: call.args[0]!, path: [position(list.length), ...path] };
}

function hasPath(value: Value | undefined, path: ValuePath): boolean {
  let current = value;
  for (const key of path) {
    if (Array.isArray(current)) current = current[Number(key)];
    else if (current !== undefined && isObject(current)) {
      const name: string | undefined = findKey(current, String(key));
      current = name === undefined ? undefined : current[name];
    } else return current instanceof Unknown;
    if (current === undefined) return false;
  }
  return true;
}
