import type { EstateSummary } from '../../kernel/index.ts';
import { counted, grouped } from '../summary-line.ts';
import { seconds } from './number-text.ts';
import { scoreText } from './score-text.ts';

/** The counts of an assessment on one line. States other than non-compliant and undecided appear only when there are some. */
export function estateSummaryLine(summary: EstateSummary): string {
  const { pairs } = summary;
  return [
    `score ${scoreText(summary.score)}`,
    counted(summary.resources, 'resource'),
    counted(summary.assignments, 'assignment'),
    counted(summary.policies, 'policy', 'policies'),
    `${grouped(pairs.nonCompliant)} non-compliant`,
    `${grouped(pairs.undecided)} undecided`,
    ...(pairs.error > 0 ? [counted(pairs.error, 'error')] : []),
    ...(pairs.conflicting > 0 ? [`${grouped(pairs.conflicting)} conflicting`] : []),
    ...(pairs.exempt > 0 ? [`${grouped(pairs.exempt)} exempt`] : []),
    seconds(summary.durationMs),
  ].join(' · ');
}
