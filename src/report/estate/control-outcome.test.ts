import { expect, it } from 'vitest';
import { controlOutcome, failingControls, frameworksOf, kindCounts } from './control-outcome.ts';
import { control } from './estate-report.case.ts';
import { sampleEstateReport } from './sample-estate-report.case.ts';

it.each([
  ['failing', { nonCompliant: 1, compliant: 99 }],
  ['failing', { error: 1, compliant: 9 }],
  ['failing', { conflicting: 1 }],
  ['undecided', { undecided: 1, compliant: 99 }],
  ['undecided', { notEvaluated: 1, compliant: 99 }],
  ['exempt', { exempt: 1, compliant: 99 }],
  ['passing', { compliant: 1 }],
  ['empty', {}],
] as const)('a tested control is %s with %j', (outcome, pairs) => {
  expect(controlOutcome(control('MCSB', 'NS-1', 'tested', pairs))).toBe(outcome);
});

it.each(['attested', 'inherited', 'notEvaluable', 'notCovered'] as const)(
  'a control that is %s is nothing else',
  (kind) => {
    expect(controlOutcome(control('MCSB', 'NS-1', kind, { compliant: 5 }))).toBe(kind);
  },
);

it('groups controls by framework and loses none', () => {
  const { controls } = sampleEstateReport();
  const frameworks = frameworksOf(controls);
  expect(frameworks.map(({ name }) => name)).toEqual(['CIS Azure', 'MCSB']);
  for (const framework of frameworks) {
    const sum = kindCounts(framework).reduce((total, { count }) => total + count, 0);
    expect(sum).toBe(framework.controls.length);
    expect(failingControls(framework)).toBe(1);
  }
});
