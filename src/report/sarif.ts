import type { Diagnostic, Finding, Report } from '../kernel/index.ts';
import { diagnosticPlace } from './diagnostic-place.ts';
import { jsonText } from './json-text.ts';
import { bySeriousness } from './outcome.ts';
import { plainText } from './plain-text.ts';
import { physicalLocation } from './sarif-location.ts';
import { sarifResult } from './sarif-result.ts';
import { sarifRules } from './sarif-rule.ts';
import { counted } from './summary-line.ts';

/** GitHub refuses a run with more ("SARIF results exceed one or more limits"). */
const resultCountMax = 25_000;

/** SARIF 2.1.0 (OASIS Standard with errata 01), with what GitHub code scanning asks for beyond the standard. */
export function renderSarif(report: Report): string {
  const findings = mostSerious(report.findings);
  const { rules, indexOf } = sarifRules(findings);
  const leftOut = report.findings.length - findings.length;
  const codes = [...new Set(report.diagnostics.map((diagnostic) => diagnostic.code))];
  const notifications = report.diagnostics.map((entry) => notification(entry, codes.indexOf(entry.code)));
  if (leftOut > 0) notifications.push(leftOutNotification(leftOut));
  return jsonText({
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: report.tool.name,
            version: report.tool.version,
            ...(semanticVersion.test(report.tool.version) && { semanticVersion: report.tool.version }),
            rules,
            notifications: codes.map((id) => ({ id })),
          },
        },
        invocations: [{ executionSuccessful: true, toolExecutionNotifications: notifications }],
        originalUriBaseIds: {
          '%SRCROOT%': { description: { text: 'The folder that landguard was run in.' } },
        },
        columnKind: 'utf16CodeUnits',
        results: findings.map((finding) => sarifResult(finding, indexOf(finding))),
        properties: { summary: report.summary, notEvaluated: report.notEvaluated },
      },
    ],
  });
}

const semanticVersion = /^\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?(\+[0-9A-Za-z.-]+)?$/;

/** The report's findings in their order; only the most serious ones when there are more than a run may have. */
function mostSerious(findings: readonly Finding[]): readonly Finding[] {
  if (findings.length <= resultCountMax) return findings;
  const kept = new Set(findings.toSorted(bySeriousness).slice(0, resultCountMax));
  return findings.filter((finding) => kept.has(finding));
}

function leftOutNotification(count: number): object {
  const text = `${counted(count, 'less serious finding')} left out: code scanning takes ${resultCountMax} a run.`;
  return { level: 'warning', message: { text } };
}

function notification(diagnostic: Diagnostic, index: number): object {
  const place = diagnosticPlace(diagnostic);
  return {
    descriptor: { id: diagnostic.code, index },
    level: diagnostic.level,
    message: { text: plainText(`${diagnostic.message}: ${diagnostic.advice}`) },
    ...(place !== undefined && { locations: [{ physicalLocation: physicalLocation(place) }] }),
  };
}
