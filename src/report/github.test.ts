import { expect, it } from 'vitest';
import { renderGithub } from './github.ts';
import { finding, report, sampleReport } from './report.case.ts';

it('annotates a line', () => {
  expect(renderGithub(report([finding()]))).toBe(
    '::error file=infra/storage.json,line=41,endLine=41,col=24,endColumn=33,' +
      'title=deny%3A Storage accounts should disable public network access' +
      '::stprod (Microsoft.Storage/storageAccounts): properties.publicNetworkAccess is "Enabled", must be "Disabled"' +
      '%0Afix: set publicNetworkAccess to Disabled\n',
  );
});

it('gives columns only within one line', () => {
  const place = { file: 'a\\b.json', line: 1, column: 5, endLine: 3, endColumn: 2 };
  expect(renderGithub(report([finding({ place })]))).toContain(
    '::error file=a/b.json,line=1,endLine=3,title=',
  );
});

it('says the most pressing first, and undecided ones as notices', () => {
  const lines = renderGithub({ ...sampleReport(), diagnostics: [] })
    .trimEnd()
    .split('\n');
  const names = lines.map((line) => /^::(\w+) /.exec(line)?.[1]);
  expect(names).toEqual([
    'error',
    'error',
    'error',
    'warning',
    'warning',
    'warning',
    'notice',
    'notice',
    'notice',
  ]);
  expect(lines[7]).toContain('because parameter location has no value');
});

it('reports diagnostics, with a place when there is one', () => {
  const lines = renderGithub({ ...sampleReport(), findings: [] })
    .trimEnd()
    .split('\n');
  expect(lines).toHaveLength(4);
  expect(lines[0]).toMatch(
    /^::error file=infra\/a.json,line=3,endLine=3,col=5,endColumn=6,title=LG1001::not valid JSON/,
  );
  expect(lines[3]).toMatch(/^::error title=LG5003::no deployment template/);
});
