import type { EstateReport } from '../../kernel/index.ts';
import { grouped } from '../summary-line.ts';
import { xmlText } from '../xml-text.ts';
import { htmlBar, stateParts } from './html-bar.ts';
import { foldedTable } from './html-table.ts';
import { percentText } from './number-text.ts';
import { scopeName } from './posture-text.ts';
import { provenPercent } from './state-count.ts';

const shownMax = 15;

const columns = [
  { title: 'Assignment', isWide: true },
  { title: 'States' },
  { title: 'Non-compliant', isNumber: true },
  { title: 'Undecided', isNumber: true },
  { title: 'Policies', isNumber: true },
  { title: 'Compliance', isNumber: true },
  { title: 'Proven', isNumber: true },
];

/** The assignments with the states of their pairs. */
export function assignmentSection({ assignments }: EstateReport): string {
  if (assignments.length === 0) return '<p class="card">The estate has no assignment.</p>';
  const rows = assignments.map(
    ({ displayName, id, scope, enforced, policies, pairs, byResource, compliancePercent }) => [
      `<span class="name">${xmlText(displayName || id)}</span>${enforced ? '' : ' <span class="badge">not enforced</span>'}<p class="faint">at ${xmlText(scopeName(scope))}</p>`,
      htmlBar(stateParts(pairs)) || '<span class="faint">nothing evaluated</span>',
      grouped(pairs.nonCompliant),
      grouped(pairs.undecided),
      grouped(policies),
      percentText(compliancePercent),
      percentText(provenPercent(byResource)),
    ],
  );
  return `<div class="card">${foldedTable('Assignments', columns, rows, shownMax)}</div>`;
}
