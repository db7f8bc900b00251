import type { EstateReport, EstateSummary } from '../../kernel/index.ts';
import { fitSections } from '../markdown-section.ts';
import { markdownText } from '../markdown-text.ts';
import { grouped } from '../summary-line.ts';
import { defenderText } from './defender-text.ts';
import { estateSummaryLine } from './estate-summary-line.ts';
import {
  assignmentSection,
  controlSection,
  diagnosticSection,
  findingSection,
  limitSection,
  ownerSection,
  prioritySection,
} from './markdown-sections.ts';
import { momentText, percentText } from './number-text.ts';
import { scoreFormula, scoreText, weightsText } from './score-text.ts';
import { provenPercent } from './state-count.ts';
import { stateWords } from './state-word.ts';
import { trendOf, trendText } from './trend-text.ts';

/** GitHub refuses a comment of more than 65,536 characters. */
const lengthMax = 65_000;

/**
 * The posture for a chat or a pull request: the score, the states, what to fix first, and the rest folded. Its first
 * line is a mark by which a bot finds the comment to update.
 */
export function renderEstateMarkdown(report: EstateReport): string {
  const { summary } = report;
  const head = [
    '<!-- landguard assess -->',
    `**landguard: ${markdownText(report.estate, 100)}: score ${scoreText(summary.score)}**`,
    '',
    statesTable(summary),
    '',
    `Compliance ${percentText(summary.compliancePercent)} by Azure's formula over resources, which counts exempt and not attested ones as compliant; ${percentText(provenPercent(summary.byResource))} are proven compliant. Score = ${scoreFormula(summary.score)}, weights: ${weightsText(summary.score)}.`,
    '',
    ...besidesLines(report),
  ].join('\n');
  const sections = [
    prioritySection(report),
    limitSection(report),
    ownerSection(report),
    assignmentSection(report),
    controlSection(report),
    diagnosticSection(report),
    findingSection(report.findings),
    {
      head: '',
      rows: [],
      foot: `\n<sub>${estateSummaryLine(summary)} · assessed ${markdownText(momentText(report.assessedAt), 40)}</sub>\n`,
    },
  ].filter((section) => section !== undefined);
  return head + fitSections(sections, lengthMax - head.length);
}

/** The change since the assessment before and Defender's score, where they are known. */
function besidesLines(report: EstateReport): string[] {
  const trend = trendOf(report);
  const { defenderScore } = report.summary;
  const texts = [
    ...(trend === undefined ? [] : [trendText(trend)]),
    ...(defenderScore === undefined ? [] : [defenderText(defenderScore)]),
  ];
  return texts.length === 0 ? [] : [`${texts.map((text) => markdownText(text)).join('. ')}.`, ''];
}

function statesTable({ pairs, byResource }: EstateSummary): string {
  const row = (cells: readonly (string | number)[]) =>
    `| ${cells.map((cell) => (typeof cell === 'number' ? grouped(cell) : cell)).join(' | ')} |`;
  return [
    row(['', ...stateWords.map(({ word }) => word)]),
    row([':--', ...stateWords.map(() => '--:')]),
    row(['pairs of policy and resource', ...stateWords.map(({ state }) => pairs[state])]),
    row(['resources', ...stateWords.map(({ state }) => byResource[state])]),
  ].join('\n');
}
