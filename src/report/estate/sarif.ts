import { type EstateFinding, type EstateReport, severities } from '../../kernel/index.ts';
import type { Level } from '../outcome.ts';
import { cut, plainText } from '../plain-text.ts';
import { sarifLog } from '../sarif-log.ts';
import { unlinked } from '../sarif-message.ts';
import { ruleId } from '../sarif-rule.ts';
import { stateWord, stateWords } from './state-word.ts';

const messageLengthMax = 1024;

const severityLevels = {
  critical: 'error',
  high: 'error',
  medium: 'warning',
  low: 'note',
  info: 'note',
} as const;

/**
 * What a result is to the run before (§3.27.24); either all results of a run say it or none. `unchanged` is what the run
 * before had too; what comes again, or comes back from an exemption, is new work.
 */
const baselineStates = { new: 'new', open: 'unchanged', regressed: 'new', expired: 'new' } as const;

/**
 * The findings of an estate as SARIF 2.1.0. A live resource has no file: a result has the resource as its logical
 * location (§3.33) and no physical one, which viewers and dashboards show and GitHub code scanning does not take.
 */
export function renderEstateSarif(report: EstateReport): string {
  const { coverage, notEvaluated, summary, estate, assessedAt } = report;
  const isCompared = report.findings.every(({ lifecycle }) => lifecycle !== undefined);
  return sarifLog({
    tool: report.tool,
    findings: report.findings,
    ranking: { levelOf, bySeriousness },
    result: (finding, ruleIndex) => ({
      ...resultOf(finding, ruleIndex),
      ...(isCompared && { baselineState: baselineStates[finding.lifecycle!] }),
    }),
    diagnostics: report.diagnostics,
    properties: { estate, assessedAt, summary, coverage, notEvaluated },
  });
}

/** What is failing is as serious as its policy, or as an error where it could not be evaluated; the rest is a note. */
function levelOf({ state, severity }: EstateFinding): Level {
  if (state === 'error') return 'error';
  const isFailing = state === 'nonCompliant' || state === 'conflicting' || state === 'exempt';
  return isFailing ? severityLevels[severity] : 'note';
}

function bySeriousness(a: EstateFinding, b: EstateFinding): number {
  const stateOrder = (finding: EstateFinding) => stateWords.findIndex(({ state }) => state === finding.state);
  return stateOrder(a) - stateOrder(b) || severities.indexOf(a.severity) - severities.indexOf(b.severity);
}

function resultOf(finding: EstateFinding, ruleIndex: number): object {
  const { resource, exemption } = finding;
  return {
    ruleId: ruleId(finding),
    ruleIndex,
    kind: 'fail',
    level: levelOf(finding),
    message: { text: messageOf(finding) },
    locations: [
      {
        logicalLocations: [
          {
            name: plainText(resource.name),
            fullyQualifiedName: plainText(resource.id),
            kind: 'resource',
          },
        ],
      },
    ],
    partialFingerprints: { 'landguard/v1': plainText(finding.fingerprint) },
    ...(finding.state === 'exempt' && {
      suppressions: [
        {
          kind: 'external',
          status: 'accepted',
          justification: plainText(exemption ?? 'an exemption in force'),
        },
      ],
    }),
    properties: propertiesOf(finding),
  };
}

function messageOf({ state, resource, message }: EstateFinding): string {
  const prefix = state === 'nonCompliant' ? '' : `${stateWord(state)}: `;
  return cut(
    unlinked(plainText(`${prefix}${resource.name} (${resource.type}): ${message}`)),
    messageLengthMax,
  );
}

function propertiesOf(finding: EstateFinding): object {
  return {
    state: finding.state,
    effect: plainText(finding.effect),
    severity: finding.severity,
    resourceType: plainText(finding.resource.type),
    owner: plainText(finding.owner),
    assignment: plainText(finding.assignment),
    controls: finding.controls.map(plainText),
    lifecycle: finding.lifecycle,
    firstSeen: finding.firstSeen,
    lastSeen: finding.lastSeen,
    remediation: finding.remediation === undefined ? undefined : plainText(finding.remediation),
  };
}
