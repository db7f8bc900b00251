import { expect, it } from 'vitest';
import { renderAzurePipelines } from './azure-pipelines.ts';
import { finding, report, sampleReport } from './report.case.ts';

it('logs an issue at a line', () => {
  expect(renderAzurePipelines(report([finding()]))).toBe(
    '##vso[task.logissue type=error;sourcepath=infra/storage.json;linenumber=41;columnnumber=24;code=b2982f36;]' +
      'deny: Storage accounts should disable public network access: stprod (Microsoft.Storage/storageAccounts): ' +
      'properties.publicNetworkAccess is "Enabled", must be "Disabled" · fix: set publicNetworkAccess to Disabled\n',
  );
});

it('knows errors and warnings only', () => {
  const lines = renderAzurePipelines(sampleReport()).trimEnd().split('\n');
  expect(lines).toHaveLength(13);
  for (const line of lines) expect(line).toMatch(/^##vso\[task\.logissue type=(error|warning);/);
  expect(lines.filter((line) => line.includes(']undecided: '))).toEqual([
    expect.stringContaining('type=warning'),
  ]);
});

it('has one command a line, whatever the texts say', () => {
  for (const line of renderAzurePipelines(sampleReport()).trimEnd().split('\n')) {
    expect(line.lastIndexOf('##')).toBe(0);
  }
});
