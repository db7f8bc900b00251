import { expect, it } from 'vitest';
import { estateFinding, estatePolicy, estateReport } from './estate-report.case.ts';
import { headlineList } from './html-headline.ts';
import { largeEstateReport } from './large-estate.case.ts';
import { sampleEstateReport } from './sample-estate-report.case.ts';

it('says how much fails, whose it is and what has changed', () => {
  const text = headlineList(sampleEstateReport());
  expect(text).toContain(
    '3 pairs of policy and resource fail, <b>1 critical</b> and <b>1 high</b> among them.',
  );
  expect(text).toContain('>82 % of the weight</a>');
  expect(text).toContain('<li>Score up 2.3, 3 fewer failing since 2026-11-16.</li>');
});

it('says what the first policies are of the loss, when there are more', () => {
  const { priorities, summary } = largeEstateReport(500);
  const share = priorities.slice(0, 3).reduce((sum, { weight }) => sum + weight, 0) / summary.score.lost;
  expect(headlineList(largeEstateReport(500))).toContain(
    `The first 3 of ${priorities.length} policies to fix are <a href="#priorities">${Math.round(100 * share)} %`,
  );
  const three = ['a', 'b', 'c'].map((name) => estateFinding({ policy: estatePolicy(name, name) }));
  expect(headlineList(estateReport(three))).not.toContain('The first 3');
});

it('names the cap of a score', () => {
  const reportOf = (severity: 'critical' | 'low') => estateReport([estateFinding({ severity })], 999);
  expect(headlineList(reportOf('critical'))).toContain('cannot exceed 49 while a critical finding is open');
  expect(headlineList(reportOf('low'))).not.toContain('cannot exceed');
});

it('never says that all is well of what was not evaluated', () => {
  expect(headlineList(estateReport([]))).toContain('Nothing was evaluated');
  expect(headlineList(estateReport([], 5))).toContain('No failure was found in what was evaluated.');
});
