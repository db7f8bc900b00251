import type { Report } from '../kernel/index.ts';
import { bySeriousness, levelOf } from './outcome.ts';
import { sarifLog } from './sarif-log.ts';
import { sarifResult } from './sarif-result.ts';

/** SARIF 2.1.0 of a check, with what GitHub code scanning asks for beyond the standard. */
export function renderSarif(report: Report): string {
  return sarifLog({
    tool: report.tool,
    findings: report.findings,
    ranking: { levelOf, bySeriousness },
    result: sarifResult,
    diagnostics: report.diagnostics,
    properties: { summary: report.summary, notEvaluated: report.notEvaluated },
  });
}
