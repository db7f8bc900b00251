import type {
  DefenderScore,
  EstateSummary,
  Score,
  Severity,
  StateNumbers,
  WaivedNumbers,
} from '../../kernel/index.ts';

/** The summary as schemas/estate-report.schema.json describes it. */
export function summaryJson(summary: EstateSummary): object {
  return {
    resources: summary.resources,
    assignments: summary.assignments,
    policies: summary.policies,
    pairs: statesJson(summary.pairs),
    byResource: statesJson(summary.byResource),
    compliancePercent: summary.compliancePercent,
    score: scoreJson(summary.score),
    durationMs: summary.durationMs,
    waived: summary.waived && waivedJson(summary.waived),
    defenderScore: summary.defenderScore && defenderJson(summary.defenderScore),
  };
}

/** Numbers by state, each of them. */
export function statesJson(states: StateNumbers): object {
  return {
    nonCompliant: states.nonCompliant,
    compliant: states.compliant,
    error: states.error,
    conflicting: states.conflicting,
    protected: states.protected,
    exempt: states.exempt,
    unknown: states.unknown,
    undecided: states.undecided,
    notEvaluated: states.notEvaluated,
  };
}

/** Numbers by severity, most serious first. */
export function severitiesJson(numbers: Readonly<Record<Severity, number>>): object {
  const { critical, high, medium, low, info } = numbers;
  return { critical, high, medium, low, info };
}

function scoreJson({ value, lost, possible, weights, failing }: Score): object {
  return { value, lost, possible, weights: severitiesJson(weights), failing: severitiesJson(failing) };
}

function waivedJson({ findings, inForce, expired }: WaivedNumbers): object {
  return { findings, inForce, expired };
}

function defenderJson({ value, current, max, controls }: DefenderScore): object {
  return {
    value,
    current,
    max,
    controls: controls.map(({ name, max: most, current: now, healthy, unhealthy }) => ({
      name,
      max: most,
      current: now,
      healthy,
      unhealthy,
    })),
  };
}
