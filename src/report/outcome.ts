import { type Finding, fold, sameName, severities } from '../kernel/index.ts';

/** What a finding means for the person who deploys. */
export type Outcome = 'denied' | 'error' | 'non-compliant' | 'undecided' | 'not-evaluated';

/** The outcomes, most pressing first. */
export const outcomes: readonly Outcome[] = [
  'denied',
  'error',
  'non-compliant',
  'undecided',
  'not-evaluated',
];

/** The three levels that SARIF, GitHub and most other tools know. */
export type Level = 'error' | 'warning' | 'note';

/** Sorts a finding by what comes of it. Only `deny` stops a deployment; `denyAction` stops a deletion. */
export function outcomeOf(finding: Finding): Outcome {
  switch (finding.verdict) {
    case 'non-compliant':
      return sameName(finding.effect, 'deny') ? 'denied' : 'non-compliant';
    case 'unknown':
      return 'undecided';
    default:
      return finding.verdict;
  }
}

/** The effect as people say it (articles/governance/policy/concepts/effect-basics.md). */
const effectWords: ReadonlyMap<string, string> = new Map([
  ['auditifnotexists', 'audit'],
  ['deployifnotexists', 'will be remediated'],
  ['modify', 'will be remediated'],
]);

/** One or two words for the finding's outcome: `deny`, `audit`, `will be remediated`, `undecided`, `error`. */
export function outcomeWord(finding: Finding): string {
  const outcome = outcomeOf(finding);
  if (outcome === 'denied') return 'deny';
  if (outcome === 'non-compliant') return effectWords.get(fold(finding.effect)) ?? finding.effect;
  return outcome === 'not-evaluated' ? 'not evaluated' : outcome;
}

/**
 * The level for tools. An evaluation error is as serious as a denial: Azure refuses the request then
 * (articles/governance/policy/concepts/definition-structure-policy-rule.md, "Avoid template failures").
 */
export function levelOf(finding: Finding): Level {
  const outcome = outcomeOf(finding);
  if (outcome === 'denied' || outcome === 'error') return 'error';
  return outcome === 'non-compliant' && finding.severity !== 'info' ? 'warning' : 'note';
}

/** Orders findings most pressing first; for a stable sort. */
export function bySeriousness(a: Finding, b: Finding): number {
  return (
    outcomes.indexOf(outcomeOf(a)) - outcomes.indexOf(outcomeOf(b)) ||
    severities.indexOf(a.severity) - severities.indexOf(b.severity)
  );
}

/** The findings of one outcome, in the report's order. */
export function withOutcome(findings: readonly Finding[], outcome: Outcome): Finding[] {
  return findings.filter((finding) => outcomeOf(finding) === outcome);
}
