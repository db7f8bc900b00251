import type { ControlPosture, EstateReport } from '../../kernel/index.ts';
import { counted, grouped } from '../summary-line.ts';
import { xmlText } from '../xml-text.ts';
import {
  type ControlOutcome,
  controlOutcome,
  controlOutcomeWords,
  type Framework,
  frameworksOf,
} from './control-outcome.ts';
import { type BarPart, htmlBar, htmlLegend } from './html-bar.ts';
import { htmlTable } from './html-table.ts';

const columns = [
  { title: 'Control', isWide: true },
  { title: 'Result' },
  { title: 'Policies', isNumber: true },
  { title: 'Non-compliant', isNumber: true },
  { title: 'Undecided', isNumber: true },
  { title: 'Compliant', isNumber: true },
];

/** The controls of each framework. A control that no policy covers is listed as such. */
export function controlSection({ controls }: EstateReport): string {
  const frameworks = frameworksOf(controls);
  if (frameworks.length === 0) return '<p class="card">No policy in force belongs to a framework.</p>';
  const lead =
    '<p class="lead">A control is as good as the policies that test it. Where none is in force, nothing is known.</p>';
  return `${lead}\n${frameworks.map(frameworkText).join('\n')}`;
}

function frameworkText(framework: Framework): string {
  const name = xmlText(framework.name);
  const parts = partsOf(framework.controls);
  const rows = framework.controls.map(controlRow);
  return `<div class="card framework">
<h3>${name} <span class="faint">${counted(framework.controls.length, 'control')}</span></h3>
${htmlBar(parts)}
${htmlLegend(parts)}
<details class="more"><summary>All controls of ${name}</summary>
${htmlTable(`Controls of ${name}`, columns, rows)}
</details>
</div>`;
}

function partsOf(controls: readonly ControlPosture[]): BarPart[] {
  const outcomes = Object.keys(controlOutcomeWords) as ControlOutcome[];
  return outcomes.map((outcome) => ({
    kind: outcome,
    word: controlOutcomeWords[outcome],
    count: controls.filter((control) => controlOutcome(control) === outcome).length,
  }));
}

function controlCell({ id, title }: ControlPosture): string {
  const name = `<span class="name">${xmlText(id)}</span>`;
  return title === '' ? name : `${name} ${xmlText(title)}`;
}

function controlRow(control: ControlPosture): string[] {
  const outcome = controlOutcome(control);
  const { pairs, policies } = control;
  const isTested = control.kind === 'tested';
  const number = (count: number) => (isTested ? grouped(count) : '<span class="faint">–</span>');
  return [
    controlCell(control),
    `<span class="badge outcome-${outcome}">${controlOutcomeWords[outcome]}</span>`,
    grouped(policies),
    number(pairs.nonCompliant),
    number(pairs.undecided),
    number(pairs.compliant),
  ];
}
