import type { Score, Severity } from '../kernel/index.ts';

/** What a failing pair of each severity costs, and an evaluated one is worth. */
export const severityWeights: Readonly<Record<Severity, number>> = {
  critical: 50,
  high: 10,
  medium: 3,
  low: 1,
  info: 0,
};

/** Evaluated pairs of policies of one severity. */
export interface SeverityCount {
  readonly severity: Severity;
  /** Pairs that were decided: compliant, non-compliant or error. */
  readonly decided: number;
  /** Of them non-compliant or error. */
  readonly failing: number;
}

/**
 * The landguard score: 100 x (1 - lost / possible), where a decided pair is worth the weight of its severity and a failing one loses it. A failing critical
 * caps the score at 49 and a failing high at 89, so that many compliant resources cannot hide one. Nothing decided, no score.
 */
export function landguardScore(counts: readonly SeverityCount[]): Score {
  const failing: Record<Severity, number> = { critical: 0, high: 0, medium: 0, low: 0, info: 0 };
  let lost = 0;
  let possible = 0;
  for (const count of counts) {
    const weight = severityWeights[count.severity];
    lost += weight * count.failing;
    possible += weight * count.decided;
    failing[count.severity] += count.failing;
  }
  const raw = possible === 0 ? undefined : 100 * (1 - lost / possible);
  const value = raw === undefined ? undefined : Math.round(Math.min(raw, capOf(failing)) * 10) / 10;
  return { value, lost, possible, weights: severityWeights, failing };
}

function capOf(failing: Readonly<Record<Severity, number>>): number {
  if (failing.critical > 0) return 49;
  return failing.high > 0 ? 89 : 100;
}
