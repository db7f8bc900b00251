import type { EstateReport } from '../../kernel/index.ts';
import { grouped } from '../summary-line.ts';
import { xmlText } from '../xml-text.ts';
import { severityCounts } from './html-severity.ts';
import { foldedTable } from './html-table.ts';
import { amount } from './number-text.ts';
import { nobodyFirst, ownerName } from './posture-text.ts';

const shownMax = 12;

const columns = [
  { title: 'Owner' },
  { title: 'Failing pairs', isWide: true },
  { title: 'Resources', isNumber: true },
  { title: 'Weight', isNumber: true },
];

/** Whose the failures are. What nobody owns comes first: it is a failure of its own. */
export function ownerSection({ owners }: EstateReport): string {
  const sorted = nobodyFirst(owners);
  if (sorted.length === 0) return '<p class="card">No resource with a failure has an owner to name.</p>';
  const rows = sorted.map(({ owner, resources, failing, weight }) => [
    nameCell(owner),
    severityCounts(failing),
    grouped(resources),
    amount(weight),
  ]);
  return `<div class="card">${foldedTable('Owners', columns, rows, shownMax)}</div>`;
}

function nameCell(owner: string): string {
  const name = xmlText(ownerName(owner));
  const link = `<a class="name" href="#findings" data-owner="${name}">${name}</a>`;
  return owner === '' ? `${link} <span class="badge state-undecided">has no owner</span>` : link;
}
