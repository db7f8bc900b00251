import { type EstateReport, type Score, severities } from '../../kernel/index.ts';
import { counted, grouped } from '../summary-line.ts';
import { htmlBar, htmlLegend, stateParts } from './html-bar.ts';
import { htmlGauge } from './html-gauge.ts';
import { headlineList } from './html-headline.ts';
import { severityBadge } from './html-severity.ts';
import { htmlTable } from './html-table.ts';
import { trendCard } from './html-trend.ts';
import { limitsOf } from './limit-lines.ts';
import { amount, percentText } from './number-text.ts';
import { scoreFormula } from './score-text.ts';
import { allPairs, provenPercent } from './state-count.ts';

/** The score with the numbers it was computed from, the main counts, and the states of pairs and resources. */
export function overviewSection(report: EstateReport): string {
  const { summary } = report;
  return `${headlineList(report)}
<div class="overview">
<div class="card score">
<h3>Score</h3>
${htmlGauge(summary.score)}
<p class="formula">${scoreFormula(summary.score)}</p>
</div>
<div class="card">
<h3>What the score lost</h3>
${lossTable(summary.score)}
</div>
<div class="tiles">
${tiles(report).join('\n')}
</div>
</div>
<div class="card states">
<h3>States</h3>
${statesText('pair', 'of policy and resource', stateParts(summary.pairs))}
${statesText('resource', 'that a policy applies to', stateParts(summary.byResource))}
</div>
${trendCard(report)}`;
}

function lossTable(score: Score): string {
  const rows = severities.map((severity) => [
    severityBadge(severity),
    grouped(score.failing[severity]),
    amount(score.weights[severity]),
    amount(score.failing[severity] * score.weights[severity]),
  ]);
  const columns = [
    { title: 'Severity' },
    { title: 'Failing', isNumber: true },
    { title: 'Weight', isNumber: true },
    { title: 'Lost', isNumber: true },
  ];
  const total = `<p class="total"><span>Lost in all</span> <b>${amount(score.lost)}</b> of ${amount(score.possible)}</p>`;
  return htmlTable('Failing pairs by severity', columns, rows) + total;
}

function tiles(report: EstateReport): string[] {
  const { summary } = report;
  const { exempt, unknown } = summary.byResource;
  const { undecided } = summary.pairs;
  const limits = limitsOf(report).length;
  return [
    tile(
      percentText(summary.compliancePercent),
      'compliance',
      `of the resources, by Azure’s formula, which counts ${grouped(exempt)} exempt and ${grouped(unknown)} not attested as compliant`,
    ),
    tile(
      percentText(provenPercent(summary.byResource)),
      'proven compliant',
      'of the resources: evaluated, and found compliant',
    ),
    tile(
      grouped(summary.resources),
      'resources',
      `${grouped(summary.byResource.nonCompliant)} of them non-compliant`,
    ),
    tile(grouped(summary.policies), 'policies', `in ${counted(summary.assignments, 'assignment')}`),
    tile(grouped(undecided), 'undecided', 'pairs of policy and resource; never counted as a pass here'),
    tile(
      String(limits),
      limits === 1 ? 'limit' : 'limits',
      '<a href="#limits">what this report could not see</a>',
    ),
  ];
}

function tile(number: string, word: string, note: string): string {
  return `<div class="card tile"><p class="figure">${number}</p><p class="word">${word}</p><p class="faint">${note}</p></div>`;
}

function statesText(singular: string, what: string, parts: ReturnType<typeof stateParts>): string {
  const numbers = Object.fromEntries(parts.map(({ kind, count }) => [kind, count]));
  const total = allPairs(numbers as never);
  const heading = `<p class="bar-title">${counted(total, singular)} <span class="faint">${what}</span></p>`;
  return total === 0 ? heading : `${heading}${htmlBar(parts)}${htmlLegend(parts)}`;
}
