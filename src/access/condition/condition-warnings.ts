import { type Diagnostic, Diagnostics, fold, type Source } from '../../kernel/index.ts';
import { coverageOf } from './action-coverage.ts';
import { type Comparison, type Condition, leavesOf, type MatchCondition } from './condition.ts';
import { noFacts } from './condition-facts.ts';
import { warnOfDelegation } from './delegation-warnings.ts';
import { evaluateCondition } from './evaluate-condition.ts';
import type { WarningContext } from './warning-context.ts';

/**
 * What is odd about a condition that can be read. `granted` are the action patterns that the role grants, where they are known: what it
 * does not grant needs no guard.
 */
export function conditionWarnings(
  condition: Condition,
  source: Source,
  granted?: readonly string[],
): readonly Diagnostic[] {
  const found = new Diagnostics();
  const context: WarningContext = {
    condition,
    granted,
    report: (code, details, { start, end }) => found.report(code, details, { source, start, end }),
  };
  warnOfTruth(context);
  for (const leaf of leavesOf(condition)) {
    if (leaf.kind === 'comparison') warnOfComparison(leaf, context);
    if (leaf.kind === 'action') warnOfPattern(leaf, context);
  }
  warnOfDelegation(context);
  return found.list;
}

function warnOfTruth({ condition, report }: WarningContext): void {
  const { kind } = evaluateCondition(condition, noFacts);
  if (kind !== 'allowedIf') report(kind === 'allowed' ? 'LG8012' : 'LG8011', {}, condition);
}

/** Different from any of several values is everything; equal to all of several values is nothing. */
function warnOfComparison(comparison: Comparison, { report }: WarningContext): void {
  const { left, operator, right } = comparison;
  const { quantifier, isEquality, isNegated, ignoresCase, name } = operator;
  if (quantifier === undefined || !isEquality || left.kind !== 'attribute' || right.kind !== 'values') return;
  const count = new Set(
    right.values.map((value) => (ignoresCase && typeof value === 'string' ? fold(value) : value)),
  ).size;
  const isAnyRight = quantifier.endsWith('OfAnyValues');
  if (count < 2 || isAnyRight !== isNegated) return;
  const instead = isAnyRight
    ? name.replace('OfAnyValues', 'OfAllValues')
    : name.replace('OfAllValues', 'OfAnyValues');
  report(isNegated ? 'LG8013' : 'LG8014', { operator: name, count, instead }, comparison);
}

const actionForm = /^[\w.*-]+(?:\/[\w.*${}-]+)+$/;
const verbs: readonly string[] = ['read', 'write', 'delete', 'action'];

function warnOfPattern(leaf: MatchCondition, { granted, report }: WarningContext): void {
  const problem = patternProblem(leaf.pattern, granted);
  if (problem !== undefined) report('LG8015', { pattern: leaf.pattern, problem }, leaf);
}

function patternProblem(pattern: string, granted: readonly string[] | undefined): string | undefined {
  if (pattern !== '*' && !actionForm.test(pattern)) return 'actions look like `Namespace/type/read`';
  const last = fold(pattern.slice(pattern.lastIndexOf('/') + 1));
  if (!last.endsWith('*') && !verbs.includes(last))
    return 'actions end in `read`, `write`, `delete` or `action`';
  const isGranted = granted?.some((one) => coverageOf(one, pattern) !== 'none') ?? true;
  return isGranted ? undefined : 'the role grants no such action';
}
