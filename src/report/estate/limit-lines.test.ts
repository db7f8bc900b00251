import { expect, it } from 'vitest';
import { estateReport } from './estate-report.case.ts';
import { limitsOf } from './limit-lines.ts';
import { sampleEstateReport } from './sample-estate-report.case.ts';

it('finds no limit where everything was seen', () => {
  expect(limitsOf(estateReport([], 5))).toEqual([]);
});

it('says that nothing was evaluated, when nothing was', () => {
  expect(limitsOf(estateReport([])).map(({ text }) => text)).toEqual(['nothing was evaluated']);
});

it('names every limit, most important first', () => {
  const cut = { ...sampleEstateReport(), findings: [] };
  expect(limitsOf(cut).map(({ text }) => text)).toEqual([
    '2 scopes without any assignment',
    '1 related type not in the export',
    '1 pair undecided',
    '36 policies not evaluated',
    '2 findings waived',
    '2 exemptions expired',
    '3 exemptions in force',
    '1 assignment without a resource to evaluate',
    '0 of 9 findings listed',
  ]);
});
