import type { Diagnostic } from '../kernel/index.ts';
import { diagnosticPlace } from './diagnostic-place.ts';
import { jsonText } from './json-text.ts';
import { plainText } from './plain-text.ts';
import { physicalLocation } from './sarif-location.ts';
import { type Ranking, type RuleSource, sarifRules } from './sarif-rule.ts';
import { counted } from './summary-line.ts';

/** GitHub refuses a run with more ("SARIF results exceed one or more limits"). */
const resultCountMax = 25_000;

/** What a log is made of. */
export interface SarifContent<F> {
  readonly tool: { readonly name: string; readonly version: string };
  readonly findings: readonly F[];
  readonly ranking: Ranking<F>;
  readonly result: (finding: F, ruleIndex: number) => object;
  readonly diagnostics: readonly Diagnostic[];
  readonly properties: object;
}

/**
 * A log with one run of SARIF 2.1.0 (OASIS Standard with errata 01): each policy is a rule, each finding a result, each
 * diagnostic a notification.
 */
export function sarifLog<F extends RuleSource>(content: SarifContent<F>): string {
  const { tool, diagnostics, ranking } = content;
  const findings = mostSerious(content.findings, ranking);
  const { rules, indexOf } = sarifRules(findings, ranking);
  const leftOut = content.findings.length - findings.length;
  const codes = [...new Set(diagnostics.map((diagnostic) => diagnostic.code))];
  const notifications = diagnostics.map((entry) => notification(entry, codes.indexOf(entry.code)));
  if (leftOut > 0) notifications.push(leftOutNotification(leftOut));
  return jsonText({
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: tool.name,
            version: tool.version,
            ...(semanticVersion.test(tool.version) && { semanticVersion: tool.version }),
            rules,
            notifications: codes.map((id) => ({ id })),
          },
        },
        invocations: [{ executionSuccessful: true, toolExecutionNotifications: notifications }],
        originalUriBaseIds: {
          '%SRCROOT%': { description: { text: 'The folder that landguard was run in.' } },
        },
        columnKind: 'utf16CodeUnits',
        results: findings.map((finding) => content.result(finding, indexOf(finding))),
        properties: content.properties,
      },
    ],
  });
}

const semanticVersion = /^\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?(\+[0-9A-Za-z.-]+)?$/;

/** The findings in their order; only the most serious ones when there are more than a run may have. */
function mostSerious<F>(findings: readonly F[], { bySeriousness }: Ranking<F>): readonly F[] {
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
