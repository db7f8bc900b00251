import type { EstateReport, PolicyPosture } from '../../kernel/index.ts';
import { counted, grouped } from '../summary-line.ts';
import { xmlText } from '../xml-text.ts';
import { severityBadge } from './html-severity.ts';
import { foldedTable } from './html-table.ts';
import { amount } from './number-text.ts';
import { policyName } from './posture-text.ts';

const shownMax = 10;

const columns = [
  { title: '#', isNumber: true },
  { title: 'Severity' },
  { title: 'Policy and what to do', isWide: true },
  { title: 'Non-compliant', isNumber: true },
  { title: 'Undecided', isNumber: true },
  { title: 'Weight', isNumber: true },
];

/** The policies by weight. */
export function prioritySection({ priorities }: EstateReport): string {
  if (priorities.length === 0) return '<p class="card">No policy has a failure.</p>';
  const rows = priorities.map((priority, index) => [
    String(index + 1),
    severityBadge(priority.severity),
    policyCell(priority),
    grouped(priority.pairs.nonCompliant) + errorsText(priority),
    grouped(priority.pairs.undecided),
    amount(priority.weight),
  ]);
  return `<p class="lead">Policies by weight: failing pairs times the weight of the severity. The first gain most for the score.</p>
<div class="card">${foldedTable('Policies to fix first', columns, rows, shownMax)}</div>`;
}

function policyCell({ policy, remediation, assignment, effect, controls }: PolicyPosture): string {
  const name = xmlText(policyName(policy));
  const fix = remediation === undefined ? '' : `<p class="fix">${xmlText(remediation)}</p>`;
  const context = [xmlText(effect), xmlText(assignment), controlsText(controls)].filter(
    (text) => text !== '',
  );
  return `<a class="name" href="#findings" data-search="${name}">${name}</a>${fix}<p class="faint">${context.join(' · ')}</p>`;
}

function controlsText(controls: readonly string[]): string {
  const shown = controls.slice(0, 4).map(xmlText).join(', ');
  return controls.length > 4 ? `${shown} and ${controls.length - 4} more` : shown;
}

function errorsText({ pairs }: PolicyPosture): string {
  return pairs.error === 0 ? '' : `<p class="faint">${counted(pairs.error, 'error')}</p>`;
}
