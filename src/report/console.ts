import type { Finding, Report } from '../kernel/index.ts';
import { diagnosticLines, notEvaluatedLines } from './console-diagnostic.ts';
import { findingLines } from './console-finding.ts';
import { grantLines } from './console-grants.ts';
import { byPlace, groupCopies } from './console-group.ts';
import { consoleStyle } from './console-style.ts';
import type { RenderOptions } from './format.ts';
import { outcomeOf } from './outcome.ts';
import { plainText } from './plain-text.ts';
import { counted, summaryLine } from './summary-line.ts';

/**
 * The report for a terminal, in blocks: what is denied or non-compliant, by file and line; what failed; what is
 * undecided; what is wrong with the input; the counts. `quiet` leaves only the counts.
 */
export function renderConsole(report: Report, options: RenderOptions): string {
  const style = consoleStyle(options.color);
  const summary = style.strong(summaryLine(report.summary));
  if (options.quiet) return `${summary}\n`;

  const sorted = report.findings.toSorted(byPlace);
  const block = (wanted: (finding: Finding) => boolean) => {
    const findings = sorted.filter(wanted);
    // Each copy of a loop has reasons and a fingerprint of its own, which `verbose` promises.
    const groups = options.verbose ? findings.map((first) => ({ first, others: [] })) : groupCopies(findings);
    return groups.flatMap((group) => findingLines(group, style, options));
  };
  const blocks = [
    block((finding) => finding.verdict === 'non-compliant'),
    block((finding) => outcomeOf(finding) === 'error'),
    block((finding) => finding.verdict === 'unknown' || finding.verdict === 'not-evaluated'),
    grantLines(report.grants, style, options),
    report.diagnostics
      .filter((diagnostic) => options.verbose || diagnostic.level !== 'note')
      .flatMap((diagnostic) => diagnosticLines(diagnostic, style, options)),
    [
      ...noteCountLines(report, options),
      ...hintLines(sorted),
      ...notEvaluatedLines(report.notEvaluated, style, options),
      summary,
    ],
  ];
  return blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => `${lines.join('\n')}\n`)
    .join('\n');
}

function hintLines(findings: readonly Finding[]): string[] {
  // What no policy says needs no more explanation than it has.
  const explained = findings.filter(({ assignment }) => assignment !== undefined);
  const first = explained.find((finding) => finding.verdict === 'non-compliant') ?? explained[0];
  return first === undefined ? [] : [`explain: landguard explain ${plainText(first.fingerprint)}`];
}

/** Notes are about the policies' libraries more often than about the user's code, so they are only counted. */
function noteCountLines({ diagnostics }: Report, { verbose }: RenderOptions): string[] {
  const count = diagnostics.filter((diagnostic) => diagnostic.level === 'note').length;
  return count === 0 || verbose
    ? []
    : [`${counted(count, 'note', 'notes')} on the policies (--verbose prints them)`];
}
