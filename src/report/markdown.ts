import {
  type Diagnostic,
  type Finding,
  formatPlace,
  type Grant,
  type NotEvaluated,
  type Report,
  type Summary,
} from '../kernel/index.ts';
import { diagnosticPlace } from './diagnostic-place.ts';
import { policyText, resourceText, sentenceOf } from './finding-text.ts';
import { grantDetails } from './grant-text.ts';
import { fitSections, type MarkdownSection } from './markdown-section.ts';
import { markdownText } from './markdown-text.ts';
import { bySeriousness, outcomeWord, withOutcome } from './outcome.ts';
import { counted, grouped, summaryLine } from './summary-line.ts';

/** GitHub refuses a comment of more than 65,536 characters. */
const lengthMax = 65_000;

/**
 * A comment on a pull request: the verdict, the counts, what is denied, and the rest folded. Its first line is a mark
 * by which a bot finds the comment to update.
 */
export function renderMarkdown(report: Report): string {
  const head = `<!-- landguard -->\n**landguard: ${verdictOf(report)}**\n\n${countsTable(report.summary)}\n`;
  const rows = (outcome: Parameters<typeof withOutcome>[1]) =>
    withOutcome(report.findings, outcome).toSorted(bySeriousness);
  const sections = [
    tableSection('Denied', rows('denied'), true),
    grantSection(report.grants),
    tableSection('Errors', rows('error'), false),
    diagnosticSection(report.diagnostics),
    tableSection('Non-compliant', rows('non-compliant'), false),
    tableSection('Undecided', rows('undecided'), false),
    tableSection('Not evaluated', rows('not-evaluated'), false),
    {
      head: '',
      rows: [],
      foot: `\n<sub>${summaryLine(report.summary)}${notEvaluatedText(report.notEvaluated)}</sub>\n`,
    },
  ].filter((section) => section !== undefined);
  return head + fitSections(sections, lengthMax - head.length);
}

function verdictOf({ summary, diagnostics }: Report): string {
  const problems = diagnostics.filter((diagnostic) => diagnostic.level === 'error').length;
  const parts = [
    summary.denied > 0 && `${counted(summary.denied, 'finding')} would stop this deployment`,
    summary.errors > 0 && counted(summary.errors, 'evaluation error'),
    summary.nonCompliant > 0 && `${grouped(summary.nonCompliant)} non-compliant`,
    summary.undecided > 0 && `${grouped(summary.undecided)} undecided`,
    problems > 0 && `${counted(problems, 'problem')} in the input`,
  ].filter((part) => part !== false);
  return parts.length === 0 ? 'no findings' : parts.join(', ');
}

function notEvaluatedText(entries: readonly NotEvaluated[]): string {
  const count = entries.reduce((sum, entry) => sum + entry.count, 0);
  return count === 0 ? '' : ` · ${counted(count, 'policy', 'policies')} not evaluated`;
}

function countsTable(summary: Summary): string {
  const columns: [string, number][] = [
    ['denied', summary.denied],
    ['non-compliant', summary.nonCompliant],
    ['undecided', summary.undecided],
    ['errors', summary.errors],
    ['compliant', summary.compliant],
    ['excluded', summary.excluded],
  ];
  const names = columns.map(([name]) => name).join(' | ');
  const counts = columns.map(([, count]) => grouped(count)).join(' | ');
  return `| ${names} |\n|${' --: |'.repeat(columns.length)}\n| ${counts} |\n`;
}

function tableSection(
  title: string,
  findings: readonly Finding[],
  isOpen: boolean,
): MarkdownSection | undefined {
  if (findings.length === 0) return undefined;
  const table = `| where | resource | what | fix |\n| :-- | :-- | :-- | :-- |\n`;
  return section(title, findings.length, isOpen, table, findings.map(findingRow));
}

function findingRow(finding: Finding): string {
  const what = `${outcomeWord(finding)}: ${policyText(finding)}`;
  const cells = [
    markdownText(formatPlace(finding.place)),
    markdownText(resourceText(finding)),
    `${markdownText(what)}<br>${markdownText(sentenceOf(finding))}`,
    markdownText(finding.remediation ?? ''),
  ];
  return `| ${cells.join(' | ')} |\n`;
}

/** Who reads a pull request must see what it lets whom do, so it is not folded. */
function grantSection(grants: readonly Grant[] | undefined): MarkdownSection | undefined {
  if (grants === undefined || grants.length === 0) return undefined;
  const table = `| where | severity | this deployment | |\n| :-- | :-- | :-- | :-- |\n`;
  const rows = grants.map((grant) => {
    const cells = [formatPlace(grant.place), grant.severity, grant.text, grantDetails(grant)];
    return `| ${cells.map((cell) => markdownText(cell)).join(' | ')} |\n`;
  });
  return section('Grants', grants.length, true, table, rows);
}

function diagnosticSection(diagnostics: readonly Diagnostic[]): MarkdownSection | undefined {
  if (diagnostics.length === 0) return undefined;
  const rows = diagnostics.map((diagnostic) => {
    const place = diagnosticPlace(diagnostic);
    const where = place === undefined ? '' : `${markdownText(formatPlace(place))} `;
    return `- ${where}${diagnostic.level} ${diagnostic.code}: ${markdownText(diagnostic.message)}<br>${markdownText(diagnostic.advice)}\n`;
  });
  return section('Input', diagnostics.length, false, '', rows);
}

function section(
  title: string,
  count: number,
  isOpen: boolean,
  table: string,
  rows: readonly string[],
): MarkdownSection {
  const heading = `${title} (${grouped(count)})`;
  if (isOpen) return { head: `\n### ${heading}\n\n${table}`, rows, foot: '' };
  const head = `\n<details><summary>${heading}</summary>\n\n${table}`;
  return { head, rows, foot: '\n</details>\n' };
}
