import { type Diagnostic, diagnostic } from '../../kernel/index.ts';
import { coverageOf } from './action-coverage.ts';
import { printAttribute } from './attribute.ts';
import { type Comparable, familyNames, readComparable } from './comparable.ts';
import type { Comparison, LeafCondition, Operand } from './condition.ts';
import { type ConditionFacts, factOf } from './condition-facts.ts';
import type { Operator } from './operator.ts';

/** Whether a leaf holds; `undefined` when the facts do not say. */
export type LeafTruth = boolean | undefined;

/** Decides a leaf. A fact that the operator cannot compare leaves it undecided and is reported, never taken for a yes or a no. */
export function leafTruth(
  leaf: LeafCondition,
  facts: ConditionFacts,
  report: (problem: Diagnostic) => void,
): LeafTruth {
  switch (leaf.kind) {
    case 'exists': {
      const fact = factOf(leaf.attribute, facts);
      return fact === undefined ? undefined : fact !== null;
    }
    case 'action':
      return matchTruth(leaf.pattern, facts.action);
    case 'subOperation':
      return matchTruth(leaf.pattern, facts.subOperation);
    case 'comparison':
      return comparisonTruth(leaf, facts, report);
    default:
      return leaf satisfies never;
  }
}

function matchTruth(pattern: string, subject: string | null | undefined): LeafTruth {
  if (subject === null) return false;
  const coverage = coverageOf(subject ?? '*', pattern);
  return coverage === 'some' ? undefined : coverage === 'all';
}

/**
 * A comparison with an attribute that is not there is false, also one by an operator that says `Not`: the documented way to let it pass is to
 * add `OR NOT Exists` (articles/storage/blobs/storage-auth-abac-examples.md, "Require private link access to read blobs with high
 * sensitivity", whose table has the rows with no tag).
 */
function comparisonTruth(
  comparison: Comparison,
  facts: ConditionFacts,
  report: (problem: Diagnostic) => void,
): LeafTruth {
  const { left, operator, right } = comparison;
  const lefts = valuesOf(left, comparison, facts, report);
  const rights = valuesOf(right, comparison, facts, report);
  if (lefts === null || rights === null) return false;
  return lefts === undefined || rights === undefined ? undefined : compare(lefts, operator, rights);
}

function valuesOf(
  operand: Operand,
  { operator }: Comparison,
  facts: ConditionFacts,
  report: (problem: Diagnostic) => void,
): readonly Comparable[] | null | undefined {
  if (operand.kind === 'values') return operand.values;
  const fact = factOf(operand, facts);
  if (fact === undefined || fact === null) return fact;
  const values: Comparable[] = [];
  for (const one of fact) {
    const value = readComparable(one, operator.family);
    if (value === undefined) {
      report(mismatch(printAttribute(operand), `\`${one}\``, familyNames[operator.family], operator));
      return undefined;
    }
    values.push(value);
  }
  if (operator.quantifier !== undefined || values.length === 1) return values;
  report(mismatch(printAttribute(operand), `${values.length} values`, 'one value', operator));
  return undefined;
}

function mismatch(attribute: string, found: string, expected: string, { name }: Operator): Diagnostic {
  return diagnostic('LG8020', { attribute, found, expected, operator: name });
}

/** The cross products (articles/role-based-access-control/conditions-format.md#cross-product-comparison-operators). */
function compare(
  lefts: readonly Comparable[],
  { quantifier, test }: Operator,
  rights: readonly Comparable[],
): boolean {
  switch (quantifier) {
    case undefined:
    case 'ForAnyOfAnyValues':
      return lefts.some((left) => rights.some((right) => test(left, right)));
    case 'ForAllOfAnyValues':
      return lefts.every((left) => rights.some((right) => test(left, right)));
    case 'ForAnyOfAllValues':
      return lefts.some((left) => rights.every((right) => test(left, right)));
    case 'ForAllOfAllValues':
      return lefts.every((left) => rights.every((right) => test(left, right)));
    default:
      return quantifier satisfies never;
  }
}
