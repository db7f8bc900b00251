import { type Score, type Severity, severities } from '../../kernel/index.ts';
import { amount, tenths } from './number-text.ts';

/** `72.4 of 100`; `n/a` when nothing was evaluated. */
export function scoreText({ value }: Score): string {
  return value === undefined ? 'n/a' : `${tenths(value)} of 100`;
}

/** `100 × (1 − 1,240 lost / 4,490 possible)`, to do again by hand, and what caps it, when something does. */
export function scoreFormula(score: Score): string {
  const formula = `100 × (1 − ${amount(score.lost)} lost / ${amount(score.possible)} possible)`;
  const cap = scoreCap(score);
  if (cap === undefined) return formula;
  return `${formula} = ${tenths(cap.uncapped)}, at most ${tenths(cap.value)} while a ${cap.severity} finding is open`;
}

/** What keeps the score below what its formula gives: many compliant resources do not hide a severe failure. */
export interface ScoreCap {
  readonly uncapped: number;
  readonly value: number;
  readonly severity: Severity;
}

/** A score is given to a tenth, so that half of one is no cap. */
const roundingMax = 0.05 + 1e-9;

/** The cap of a score; `undefined` when the score is what its formula gives. */
export function scoreCap({ value, lost, possible, failing }: Score): ScoreCap | undefined {
  const severity = severities.find((each) => failing[each] > 0);
  if (value === undefined || possible === 0 || severity === undefined) return undefined;
  const uncapped = 100 * (1 - lost / possible);
  return uncapped - value > roundingMax ? { uncapped, value, severity } : undefined;
}

/** `critical 10, high 5, medium 2, low 1, info 0`. */
export function weightsText({ weights }: Score): string {
  return severities.map((severity) => `${severity} ${amount(weights[severity])}`).join(', ');
}
