import type { EstateReport, HistoryPoint } from '../../kernel/index.ts';
import { grouped } from '../summary-line.ts';
import { xmlText } from '../xml-text.ts';
import { htmlTable } from './html-table.ts';
import { percentText, tenths } from './number-text.ts';
import { dayText } from './trend-text.ts';

const pointCountMax = 60;
const width = 1000;
const height = 120;
/** Room for the dots at the ends. */
const margin = 6;

const columns = [
  { title: 'Assessed' },
  { title: 'Score', isNumber: true },
  { title: 'Compliance', isNumber: true },
  { title: 'Failing', isNumber: true },
];

/** The score over time as a line from 0 to 100, and the numbers as a table; empty without an earlier assessment. */
export function trendCard({ history = [] }: EstateReport): string {
  if (history.length < 2) return '';
  const points = history.slice(-pointCountMax);
  const rows = points
    .toReversed()
    .map(({ assessedAt, score, compliancePercent, failing }) => [
      xmlText(dayText(assessedAt)),
      score === undefined ? 'n/a' : tenths(score),
      percentText(compliancePercent),
      grouped(failing),
    ]);
  const more =
    history.length > points.length
      ? ` <span class="faint">last ${points.length} of ${grouped(history.length)}</span>`
      : '';
  return `<div class="card trend">
<h3>Score over time${more}</h3>
${lineChart(points)}
<details class="more"><summary>The numbers</summary>
${htmlTable('Assessments', columns, rows)}
</details>
</div>`;
}

function lineChart(points: readonly HistoryPoint[]): string {
  const scored = points.flatMap(({ score, assessedAt }, index) =>
    score === undefined ? [] : [{ x: xOf(index, points.length), y: yOf(score), score, assessedAt }],
  );
  const grid = [0, 50, 100].map((value) => `<path class="grid" d="M 0 ${yOf(value)} H ${width}"/>`).join('');
  const line = scored.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'} ${x} ${y}`).join(' ');
  // A line without length and with round ends is a dot that stays round, however the drawing is stretched.
  const dots = scored.map(({ x, y }) => `<path class="dot" d="M ${x} ${y} h 0"/>`).join('');
  const [first, last] = [scored[0], scored.at(-1)].map((point) =>
    point === undefined ? 'no score' : `${xmlText(dayText(point.assessedAt))}: ${tenths(point.score)}`,
  );
  const curve = line === '' ? '' : `<path class="line" d="${line}"/>`;
  return `<div class="plot">
<ul class="scale" aria-hidden="true"><li>100</li><li>50</li><li>0</li></ul>
<svg viewBox="0 0 ${width} ${height}" preserveAspectRatio="none" role="img" aria-label="Score from ${first} to ${last}">${grid}${curve}${dots}</svg>
<p class="ends"><span>${first}</span><span>${last}</span></p>
</div>`;
}

function xOf(index: number, count: number): number {
  return Math.round((margin + ((width - 2 * margin) * index) / (count - 1)) * 10) / 10;
}

function yOf(score: number): number {
  const share = Math.min(Math.max(score, 0), 100) / 100;
  return Math.round((margin + (height - 2 * margin) * (1 - share)) * 10) / 10;
}
