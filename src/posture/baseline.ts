/** The findings that were accepted when the baseline was made: by fingerprint, with what a reviewer needs to know them by. */
export interface Baseline {
  readonly findings: ReadonlyMap<string, string>;
}

/** What a baseline says of the findings of today. */
export interface BaselineComparison {
  /** Fingerprints that the baseline does not hold: the gate fails on these. */
  readonly added: readonly string[];
  readonly accepted: readonly string[];
  /** Fingerprints of the baseline that are no longer found: they leave it, so that a regression is new again. */
  readonly fixed: readonly string[];
}

/** Compares the findings of today with the baseline. */
export function compareWithBaseline(baseline: Baseline, today: Iterable<string>): BaselineComparison {
  const found = new Set(today);
  return {
    added: [...found].filter((fingerprint) => !baseline.findings.has(fingerprint)).sort(),
    accepted: [...found].filter((fingerprint) => baseline.findings.has(fingerprint)).sort(),
    fixed: [...baseline.findings.keys()].filter((fingerprint) => !found.has(fingerprint)).sort(),
  };
}

/** The baseline after a run: without what is fixed. It grows only where that is asked for. */
export function nextBaseline(
  baseline: Baseline,
  today: ReadonlyMap<string, string>,
  grows: boolean,
): Baseline {
  const kept = [...today].filter(([fingerprint]) => grows || baseline.findings.has(fingerprint));
  return { findings: new Map(kept) };
}
