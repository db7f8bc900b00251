import { diagnostic, type EstateReport, Source } from '../../kernel/index.ts';
import { control, estateFinding, estateReport, nasty } from './estate-report.case.ts';

/** A report in which every text of every part is `text`. */
export function hostileEstateReport(text = nasty): EstateReport {
  const finding = estateFinding({
    fingerprint: text,
    effect: text,
    policy: { id: text, name: text, displayName: text, description: text, category: text, version: text },
    assignment: text,
    controls: [text, text],
    resource: { id: text, name: text, type: text },
    owner: text,
    ownerSource: text,
    message: text,
    remediation: text,
    exemption: text,
    lifecycle: 'regressed',
    firstSeen: text,
    lastSeen: text,
  });
  const hostile = new Source(text, `{\n${text}`);
  const report = estateReport([finding], 3);
  return {
    ...report,
    tool: { name: 'landguard', version: text },
    estate: text,
    assessedAt: text,
    history: [30, 40].map((score) => ({ assessedAt: text, score, compliancePercent: score, failing: 1 })),
    summary: {
      ...report.summary,
      defenderScore: {
        value: 50,
        current: 5,
        max: 10,
        controls: [{ name: text, max: 10, current: 5, healthy: 1, unhealthy: 1 }],
      },
    },
    assignments: report.assignments.map((one) => ({ ...one, id: text, displayName: text, scope: text })),
    controls: [{ ...control('', '', 'tested', { nonCompliant: 1 }), framework: text, id: text, title: text }],
    coverage: {
      unassignedScopes: Array.from({ length: 9 }, () => text),
      idleAssignments: [text],
      exemptions: { inForce: 1, expired: 1 },
      missingTypes: [text],
      deprecatedPolicies: [],
      shadowedPolicies: [],
      unownedScopes: [],
    },
    notEvaluated: [{ reason: text, count: 1, examples: [text] }],
    diagnostics: [
      diagnostic('LG1006', { problem: text }, text),
      diagnostic('LG2009', { name: text }, { source: hostile, start: 2, end: 4 }),
    ],
  };
}
