import { DiagnosticSeverity } from 'vscode-languageserver';
import type { Diagnostic, Finding } from '../kernel/index.ts';

/** How loud a finding is: what stops the deployment is an error, what is not decided an information. */
export function severityOfFinding({ verdict, effect, severity }: Finding): DiagnosticSeverity {
  if (verdict === 'unknown' || verdict === 'not-evaluated') return DiagnosticSeverity.Information;
  if (verdict === 'error') return DiagnosticSeverity.Warning;
  if (effect === 'deny') return DiagnosticSeverity.Error;
  if (severity === 'info') return DiagnosticSeverity.Hint;
  return severity === 'low' ? DiagnosticSeverity.Information : DiagnosticSeverity.Warning;
}

/** How loud a diagnostic is. */
export function severityOfLevel(level: Diagnostic['level']): DiagnosticSeverity {
  if (level === 'error') return DiagnosticSeverity.Error;
  return level === 'warning' ? DiagnosticSeverity.Warning : DiagnosticSeverity.Information;
}
