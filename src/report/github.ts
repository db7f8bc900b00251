import type { Diagnostic, Finding, Place, Report } from '../kernel/index.ts';
import { diagnosticPlace } from './diagnostic-place.ts';
import { policyText, resourceText, sentenceOf } from './finding-text.ts';
import { githubCommand } from './github-command.ts';
import { bySeriousness, type Level, levelOf, outcomeWord } from './outcome.ts';
import { cut, plainText } from './plain-text.ts';

const commandNames: Readonly<Record<Level, string>> = { error: 'error', warning: 'warning', note: 'notice' };
const titleLengthMax = 255;
const messageLengthMax = 4096;

/**
 * Annotations by workflow commands (GitHub: "Workflow commands for GitHub Actions"). GitHub shows ten of each level
 * for a step, so the most pressing come first.
 */
export function renderGithub(report: Report): string {
  const findings = report.findings.toSorted(bySeriousness).map(findingCommand);
  return [...report.diagnostics.map(diagnosticCommand), ...findings].join('');
}

function findingCommand(finding: Finding): string {
  const fix = finding.remediation === undefined ? '' : `\nfix: ${plainText(finding.remediation)}`;
  return annotation(
    levelOf(finding),
    finding.place,
    `${outcomeWord(finding)}: ${policyText(finding)}`,
    `${resourceText(finding)}: ${sentenceOf(finding)}${fix}`,
  );
}

function diagnosticCommand(diagnostic: Diagnostic): string {
  const message = `${plainText(diagnostic.message)}\n${plainText(diagnostic.advice)}`;
  return annotation(diagnostic.level, diagnosticPlace(diagnostic), diagnostic.code, message);
}

function annotation(level: Level, place: Place | undefined, title: string, message: string): string {
  // Columns mean something to GitHub only within one line.
  const isOneLine = place !== undefined && place.line === place.endLine;
  const properties = {
    file: place && plainText(place.file.replaceAll('\\', '/')),
    line: place?.line,
    endLine: place?.endLine,
    col: isOneLine ? place.column : undefined,
    endColumn: isOneLine ? place.endColumn : undefined,
    title: cut(plainText(title), titleLengthMax),
  };
  return githubCommand(commandNames[level], properties, cut(message, messageLengthMax));
}
