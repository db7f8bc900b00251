import type { ControlPosture, EstateFinding, EstateReport } from '../../kernel/index.ts';
import { counted } from '../summary-line.ts';
import { uuidOf } from '../uuid-v5.ts';
import type { Framework } from './control-outcome.ts';
import { isReviewed, oscalFinding } from './oscal-control.ts';
import { inventoryItems, oscalObservation, toolUuid } from './oscal-observation.ts';
import { oscalMarkup, oscalMoment, oscalToken } from './oscal-text.ts';

/** The name that findings know a control by. */
export function controlName({ framework, id }: ControlPosture): string {
  return `${framework} ${id}`;
}

/** The controls of a framework and what was observed for them, as a `result`. */
export function frameworkResult(framework: Framework, report: EstateReport): object {
  const reviewed = framework.controls.filter(isReviewed);
  const others = framework.controls.filter((control) => !isReviewed(control));
  const byControl = new Map<string, EstateFinding[]>(reviewed.map((control) => [controlName(control), []]));
  for (const finding of report.findings)
    for (const control of new Set(finding.controls)) byControl.get(control)?.push(finding);
  const observed = [...new Set([...byControl.values()].flat())];
  const findings = reviewed.map((control) => oscalFinding(control, byControl.get(controlName(control))!));
  return {
    ...resultHead(framework.name, report),
    description: `${counted(reviewed.length, 'control')} assessed by policies, ${others.length} not: no policy in force gives an answer about these.`,
    ...observedParts(framework.name, observed, report),
    'reviewed-controls': {
      'control-selections': [
        {
          description: oscalMarkup(framework.name),
          ...(reviewed.length > 0 && { 'include-controls': controlIds(reviewed) }),
          ...(others.length > 0 && { 'exclude-controls': controlIds(others) }),
        },
      ],
    },
    ...(findings.length > 0 && { findings }),
  };
}

/** What was observed for no control of a framework, as a `result` of its own. */
export function uncontrolledResult(findings: readonly EstateFinding[], report: EstateReport): object {
  const title = 'Azure Policy';
  return {
    ...resultHead(title, report),
    description: 'What policies found that belong to no assessed control of a framework.',
    ...observedParts(title, findings, report),
    'reviewed-controls': { 'control-selections': [{ description: 'No control of a framework.' }] },
  };
}

function resultHead(title: string, { estate, assessedAt }: EstateReport): object {
  return {
    uuid: uuidOf('result', estate, assessedAt, title),
    title: oscalMarkup(title),
    start: oscalMoment(assessedAt),
  };
}

function observedParts(
  result: string,
  findings: readonly EstateFinding[],
  { tool, assessedAt }: EstateReport,
): object {
  const component = {
    uuid: toolUuid(tool.version),
    type: 'software',
    title: oscalMarkup(`${tool.name} ${tool.version}`),
    description: 'Evaluates Azure Policy on an export of the estate.',
    status: { state: 'operational' },
  };
  return {
    'local-definitions': {
      'assessment-assets': {
        components: [component],
        'assessment-platforms': [
          {
            uuid: uuidOf('platform', tool.version),
            'uses-components': [{ 'component-uuid': component.uuid }],
          },
        ],
      },
      ...(findings.length > 0 && { 'inventory-items': inventoryItems(findings) }),
    },
    ...(findings.length > 0 && {
      observations: findings.map((finding) => oscalObservation(finding, result, assessedAt, tool.version)),
    }),
  };
}

function controlIds(controls: readonly ControlPosture[]): object[] {
  return controls.map(({ id }) => ({ 'control-id': oscalToken(id) }));
}
