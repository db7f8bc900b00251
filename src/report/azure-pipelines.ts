import type { Diagnostic, Finding, Report } from '../kernel/index.ts';
import { azureCommand } from './azure-pipelines-command.ts';
import { diagnosticPlace } from './diagnostic-place.ts';
import { policyText, resourceText, sentenceOf } from './finding-text.ts';
import { bySeriousness, type Level, levelOf, outcomeWord } from './outcome.ts';
import { cut, plainText } from './plain-text.ts';

const messageLengthMax = 4096;

/**
 * Issues of a build by logging commands (azure-pipelines/scripts/logging-commands.md, "LogIssue"). There are errors
 * and warnings only: what is undecided is a warning. The result of the task is left to the exit code.
 */
export function renderAzurePipelines(report: Report): string {
  const findings = report.findings.toSorted(bySeriousness).map(findingIssue);
  return [...report.diagnostics.map(diagnosticIssue), ...findings].join('');
}

function findingIssue(finding: Finding): string {
  const { file, line, column } = finding.place;
  const fix = finding.remediation === undefined ? '' : ` · fix: ${plainText(finding.remediation)}`;
  const properties = {
    type: issueType(levelOf(finding)),
    sourcepath: plainText(file),
    linenumber: line,
    columnnumber: column,
    code: plainText(finding.policy.name),
  };
  const message = `${outcomeWord(finding)}: ${policyText(finding)}: ${resourceText(finding)}: ${sentenceOf(finding)}${fix}`;
  return issue(properties, message);
}

function diagnosticIssue(diagnostic: Diagnostic): string {
  const place = diagnosticPlace(diagnostic);
  const properties = {
    type: issueType(diagnostic.level),
    sourcepath: place && plainText(place.file),
    linenumber: place?.line,
    columnnumber: place?.column,
    code: diagnostic.code,
  };
  return issue(properties, `${diagnostic.message}: ${diagnostic.advice}`);
}

function issue(properties: Readonly<Record<string, string | number | undefined>>, message: string): string {
  return azureCommand('task.logissue', properties, cut(plainText(message), messageLengthMax));
}

function issueType(level: Level): string {
  return level === 'error' ? 'error' : 'warning';
}
