import { fold, isKnown, Unknown, type Value } from '../../kernel/index.ts';
import { EvaluationError } from '../../template/index.ts';
import { type LeftOperand, type Operator, operators } from '../operators/index.ts';
import { scalarText } from '../operators/operand-text.ts';
import { type PlanValue, undecided } from './path-reader.ts';

/** What an atom says: no, yes, or ask the interpreter. */
export const no = 0;
export const yes = 1;
export const ask = 2;
export type Answer = typeof no | typeof yes | typeof ask;

/** Compiles an operator with a known right side to a test of the left side. */
export function compileTest(operatorName: string, right: Value): (left: PlanValue) => Answer {
  const operator = operators.get(fold(operatorName))!;
  const compile = fastTests.get(operator.negationOf ?? operator.name);
  const general = compileGeneral(operator, right);
  const fast = compile?.(right, operator.negationOf === undefined ? yes : no);
  if (fast === undefined) return general;
  return (left) => fast(left) ?? general(left);
}

/** Any operator, by its own test; what fails or is unknown is left to the interpreter. */
function compileGeneral(operator: Operator, right: Value): (left: PlanValue) => Answer {
  return (left) => {
    if (left === undecided || (typeof left === 'object' && left !== null && !isKnown(left))) return ask;
    try {
      return operator.test(left as LeftOperand, right) ? yes : no;
    } catch (error) {
      if (error instanceof EvaluationError) return ask;
      throw error;
    }
  };
}

type FastTest = (left: PlanValue) => Answer | undefined;

/** Tests for the operators and operands that rules use most; `undefined` hands the case on to the general test. */
const fastTests: ReadonlyMap<string, (right: Value, holds: Answer) => FastTest | undefined> = new Map([
  ['equals', fastEquals],
  ['in', fastIn],
  ['exists', fastExists],
]);

function fastEquals(right: Value, holds: Answer): FastTest | undefined {
  const text = right === null ? undefined : scalarText(right);
  if (text === undefined) return undefined;
  const folded = fold(text);
  const fails = holds === yes ? no : yes;
  return (left) => {
    if (typeof left === 'string')
      return left === text || (left.length === text.length && fold(left) === folded) ? holds : fails;
    if (left === undefined || left === null) return text === '' ? holds : fails;
    return typeof left === 'boolean' ? (fold(String(left)) === folded ? holds : fails) : undefined;
  };
}

function fastIn(right: Value, holds: Answer): FastTest | undefined {
  if (!Array.isArray(right)) return undefined;
  const texts = right.map((item) =>
    item === null || item instanceof Unknown ? undefined : scalarText(item),
  );
  if (texts.some((text) => text === undefined)) return undefined;
  const folded = new Set(texts.map((text) => fold(text!)));
  const fails = holds === yes ? no : yes;
  return (left) => {
    if (typeof left === 'string') return folded.has(fold(left)) ? holds : fails;
    return left === undefined || left === null ? (folded.has('') ? holds : fails) : undefined;
  };
}

function fastExists(right: Value): FastTest | undefined {
  const wanted = right === true || (typeof right === 'string' && fold(right) === 'true');
  if (!wanted && right !== false && !(typeof right === 'string' && fold(right) === 'false')) return undefined;
  return (left) =>
    left === undecided ? undefined : (left !== undefined && left !== null) === wanted ? yes : no;
}
