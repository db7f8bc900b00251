import type { EstateReport } from '../../kernel/index.ts';
import { uuidOf } from '../uuid-v5.ts';
import { frameworksOf } from './control-outcome.ts';
import { jsonLine } from './json-line.ts';
import { isReviewed } from './oscal-control.ts';
import { controlName, frameworkResult, uncontrolledResult } from './oscal-result.ts';
import { oscalMarkup, oscalMoment, oscalString } from './oscal-text.ts';

/**
 * OSCAL assessment results 1.1.3 (https://pages.nist.gov/OSCAL-Reference/models/v1.1.3/assessment-results/json-reference/):
 * a result for each framework, in it a finding for each control that policies give an answer about, an observation for
 * each pair that is not compliant, and its resource as an inventory item. All uuids are derived, so that the same
 * report gives the same document. On one line, because an estate has thousands of observations.
 */
export function renderEstateOscal(report: EstateReport): string {
  const { estate, assessedAt, findings } = report;
  const plan = uuidOf('plan', estate);
  const controlled = new Set(report.controls.filter(isReviewed).map(controlName));
  const others = findings.filter(({ controls }) => !controls.some((control) => controlled.has(control)));
  const results = frameworksOf(report.controls).map((framework) => frameworkResult(framework, report));
  if (others.length > 0 || results.length === 0) results.push(uncontrolledResult(others, report));
  const text = jsonLine({
    'assessment-results': {
      uuid: uuidOf('assessment-results', estate, assessedAt),
      metadata: {
        title: oscalMarkup(`Security posture of ${estate}`),
        'last-modified': oscalMoment(assessedAt),
        version: oscalString(assessedAt),
        'oscal-version': '1.1.3',
      },
      'import-ap': { href: `#${plan}` },
      results,
      'back-matter': {
        resources: [
          {
            uuid: plan,
            title: 'Assessment plan',
            description: 'Each policy assigned in the estate is evaluated on each resource in its scope.',
          },
        ],
      },
    },
  });
  return `${text}\n`;
}
