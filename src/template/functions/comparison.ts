import type { TemplateFunction } from '../template-function.ts';
import { overCandidates } from './candidates.ts';
import { refuse } from './operands.ts';

// Strings are ordered as people order them in no particular language: `a` before `A` before `b`.
const invariant = new Intl.Collator('en', { sensitivity: 'variant', caseFirst: 'false', numeric: false });

function compareStrings(a: string, b: string): number {
  return a === b ? 0 : invariant.compare(a, b) || (a < b ? -1 : 1);
}

function comparison(name: string, holds: (order: number) => boolean): TemplateFunction {
  return overCandidates({
    name,
    argumentsMin: 2,
    argumentsMax: 2,
    returns: 'bool',
    run(args, call) {
      const [a, b] = args;
      if (typeof a === 'string') {
        return typeof b === 'string'
          ? holds(compareStrings(a, b))
          : refuse(call, args, 1, 'a string like the first');
      }
      if (!isNumber(a)) return refuse(call, args, 0, 'ints or strings');
      if (!isNumber(b)) return refuse(call, args, 1, 'an int like the first');
      return holds(a < b ? -1 : a > b ? 1 : 0);
    },
  });
}

function isNumber(value: unknown): value is number | bigint {
  return typeof value === 'number' || typeof value === 'bigint';
}

/** `less` (template-functions-comparison.md). */
export const less: TemplateFunction = comparison('less', (order) => order < 0);

/** `lessOrEquals` (template-functions-comparison.md). */
export const lessOrEquals: TemplateFunction = comparison('lessOrEquals', (order) => order <= 0);

/** `greater` (template-functions-comparison.md). */
export const greater: TemplateFunction = comparison('greater', (order) => order > 0);

/** `greaterOrEquals` (template-functions-comparison.md). */
export const greaterOrEquals: TemplateFunction = comparison('greaterOrEquals', (order) => order >= 0);
