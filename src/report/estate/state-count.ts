import type { EstateReport, StateNumbers } from '../../kernel/index.ts';
import { stateWords } from './state-word.ts';

/** Pairs in any state. */
export function allPairs(pairs: StateNumbers): number {
  return stateWords.reduce((sum, { state }) => sum + pairs[state], 0);
}

/** Pairs that nobody can call compliant. */
export function notCompliantPairs(pairs: StateNumbers): number {
  return allPairs(pairs) - pairs.compliant;
}

/** The share of pairs that was evaluated and is compliant: nothing exempt, not attested or undecided counts for it. `undefined` when nothing counts. */
export function provenPercent(pairs: StateNumbers): number | undefined {
  const { compliant, exempt, unknown, undecided, nonCompliant, conflicting, error } = pairs;
  const all = compliant + exempt + unknown + undecided + nonCompliant + conflicting + error;
  return all === 0 ? undefined : (100 * compliant) / all;
}

/** How many pairs that are not compliant the report has no finding for. */
export function unlistedFindings({ findings, summary }: EstateReport): number {
  return Math.max(
    notCompliantPairs(summary.pairs) - findings.filter(({ assignment }) => assignment !== '').length,
    0,
  );
}
