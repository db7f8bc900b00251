import type { Value } from '../../kernel/index.ts';
import {
  addDuration,
  containsRange,
  describeValue,
  EvaluationError,
  formatDateTime,
  parseDateTime,
  parseIpRange,
  type TemplateFunction,
} from '../../template/index.ts';

/** The functions that only policies have (definition-structure-policy-rule.md#policy-functions). */
export const policyOnlyFunctions: readonly TemplateFunction[] = [
  {
    name: 'addDays',
    argumentsMin: 2,
    argumentsMax: 2,
    returns: 'string',
    run: ([date, days]) => addDays(date as Value, days as Value),
  },
  {
    name: 'ipRangeContains',
    argumentsMin: 2,
    argumentsMax: 2,
    returns: 'bool',
    run: ([range, target]) => ipRangeContains(range as Value, target as Value),
  },
];

function addDays(date: Value, days: Value): string {
  const moment = typeof date === 'string' ? parseDateTime(date) : undefined;
  if (moment === undefined)
    throw new EvaluationError(`addDays expects a date, but got ${describeValue(date)}`);
  if (typeof days !== 'number' || !Number.isInteger(days))
    throw new EvaluationError(`addDays expects a number of days, but got ${describeValue(days)}`);
  const duration = `${days < 0 ? '-' : ''}P${Math.abs(days)}D`;
  return formatDateTime(addDuration(moment, duration));
}

/** Ranges of different families, and texts that are no range, contain nothing of each other. */
function ipRangeContains(range: Value, target: Value): boolean {
  if (typeof range !== 'string' || typeof target !== 'string') {
    throw new EvaluationError(
      `ipRangeContains expects two address ranges, but got ${describeValue(range)} and ${describeValue(target)}`,
    );
  }
  const outer = parseIpRange(range);
  const inner = parseIpRange(target);
  return outer !== undefined && inner !== undefined && containsRange(outer, inner);
}
