import type { EstateReport } from '../../kernel/index.ts';
import { diagnosticLines } from '../console-diagnostic.ts';
import { indented } from '../console-lines.ts';
import { type ConsoleStyle, consoleStyle } from '../console-style.ts';
import type { RenderOptions } from '../format.ts';
import { plainLine, plainText } from '../plain-text.ts';
import { counted, grouped } from '../summary-line.ts';
import { coverageLines } from './console-coverage.ts';
import { findingLines } from './console-findings.ts';
import { assignmentLines, ownerLines, priorityLines } from './console-posture.ts';
import { failingControls, frameworksOf, kindCounts } from './control-outcome.ts';
import { defenderText } from './defender-text.ts';
import { estateSummaryLine } from './estate-summary-line.ts';
import { momentText, percentText } from './number-text.ts';
import { scoreFormula, scoreText, weightsText } from './score-text.ts';
import { allPairs, provenPercent } from './state-count.ts';
import { stateWords } from './state-word.ts';
import { trendOf, trendText } from './trend-text.ts';

const indent = 4;

/**
 * The posture for a terminal, on one screen: the score and how it is computed, what to fix first, whose it is, the
 * assignments, the controls, and what could not be seen. `verbose` shows all rows and the findings, `quiet` only the
 * last line.
 */
export function renderEstateConsole(report: EstateReport, options: RenderOptions): string {
  const style = consoleStyle(options.color);
  const summary = style.strong(estateSummaryLine(report.summary));
  if (options.quiet) return `${summary}\n`;
  const blocks = [
    headLines(report, style, options),
    priorityLines(report, style, options),
    ownerLines(report, style, options),
    assignmentLines(report, style, options),
    controlLines(report, style),
    coverageLines(report, style, options),
    findingLines(report, style, options),
    report.diagnostics
      .filter(({ level }) => options.verbose || level !== 'note')
      .flatMap((diagnostic) => diagnosticLines(diagnostic, style, options)),
    [...noteCountLines(report, options), summary],
  ];
  return blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => `${lines.join('\n')}\n`)
    .join('\n');
}

function headLines(report: EstateReport, style: ConsoleStyle, options: RenderOptions): string[] {
  const { estate, assessedAt, summary } = report;
  const { pairs, score } = summary;
  const name = plainLine(plainText(estate));
  const states = stateWords
    .filter(({ state }) => pairs[state] > 0)
    .map(({ state, word }) => `${grouped(pairs[state])} ${word}`);
  const numbers = [
    `score ${scoreText(score)}`,
    `compliance ${percentText(summary.compliancePercent)}`,
    counted(summary.resources, 'resource'),
    counted(summary.policies, 'policy', 'policies'),
  ];
  const trend = trendOf(report);
  const notes = [
    ...(trend === undefined ? [] : [plainText(trendText(trend))]),
    ...(summary.defenderScore === undefined ? [] : [defenderText(summary.defenderScore)]),
    `score = ${scoreFormula(score)}; each evaluated pair of policy and resource weighs by severity: ${weightsText(score)}`,
    `compliance is Azure's formula over resources, which counts exempt and not attested ones as compliant; ${percentText(provenPercent(summary.byResource))} are proven compliant`,
    `${counted(allPairs(pairs), 'pair')}: ${states.join(', ')}`,
  ];
  return [
    `${style.strong(name)}  ${style.faint(plainText(`assessed ${momentText(assessedAt)}`))}`,
    style.strong(numbers.join('   ')),
    ...(allPairs(pairs) === 0 ? ['no policy applies to a resource: nothing was evaluated'] : notes).flatMap(
      (note) => indented(note, indent, options.width).map(style.faint),
    ),
  ];
}

function controlLines({ controls }: EstateReport, style: ConsoleStyle): string[] {
  if (controls.length === 0) return [];
  const lines = frameworksOf(controls).map((framework) => {
    const counts = kindCounts(framework).map(({ word, count }) => `${grouped(count)} ${word}`);
    const failing = failingControls(framework);
    const name = plainText(framework.name);
    const controlsOf = counted(framework.controls.length, 'control');
    const failed = failing === 0 ? '' : ` (${style.warning(`${grouped(failing)} failing`)})`;
    return `${' '.repeat(indent)}${name}  ${controlsOf}: ${counts[0]}${failed}, ${counts.slice(1).join(', ')}`;
  });
  return [style.strong('controls'), ...lines];
}

function noteCountLines({ diagnostics }: EstateReport, { verbose }: RenderOptions): string[] {
  const count = diagnostics.filter(({ level }) => level === 'note').length;
  return count === 0 || verbose ? [] : [`${counted(count, 'note')} on the input (--verbose prints them)`];
}
