import { isAtLeast, type Report, type Severity } from '../kernel/index.ts';

/** What the process says to whoever started it. */
export const exitCodes = { clean: 0, findings: 1, badInput: 2 } as const;

/** From which severity findings fail a check; `none` never. */
export type FailOn = Severity | 'none';

/**
 * 2 when something about the input is wrong, else 1 when a finding at or above the threshold is non-compliant or cannot be evaluated, else 0.
 * An evaluation that fails counts like a denial, because Azure treats it so.
 */
export function exitCodeOf(report: Report, failOn: FailOn): number {
  if (report.diagnostics.some((entry) => entry.level === 'error')) return exitCodes.badInput;
  if (failOn === 'none') return exitCodes.clean;
  const fails = report.findings.some(
    (finding) =>
      (finding.verdict === 'non-compliant' || finding.verdict === 'error') &&
      isAtLeast(finding.severity, failOn),
  );
  return fails ? exitCodes.findings : exitCodes.clean;
}
