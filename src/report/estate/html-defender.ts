import type { EstateReport } from '../../kernel/index.ts';
import { grouped } from '../summary-line.ts';
import { xmlText } from '../xml-text.ts';
import { foldedTable } from './html-table.ts';
import { amount, percentText } from './number-text.ts';

const shownMax = 15;

const columns = [
  { title: 'Control', isWide: true },
  { title: 'Healthy', isNumber: true },
  { title: 'Unhealthy', isNumber: true },
  { title: 'Points', isNumber: true },
  { title: 'Of', isNumber: true },
];

/** Defender's classic secure score with the numbers that make it; empty when the report has none. */
export function defenderSection({ summary }: EstateReport): string {
  const { defenderScore } = summary;
  if (defenderScore === undefined) return '';
  const { value, current, max, controls } = defenderScore;
  const rows = controls.map((control) => [
    xmlText(control.name),
    grouped(control.healthy),
    grouped(control.unhealthy),
    amount(control.current),
    amount(control.max),
  ]);
  return `<p class="lead">${percentText(value)} = ${amount(current)} of ${amount(max)} points. A control has its points times healthy ÷ (healthy + unhealthy) resources, as Defender for Cloud computes its classic score.</p>
<div class="card">${foldedTable('Defender secure score by control', columns, rows, shownMax)}</div>`;
}
