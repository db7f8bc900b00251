import { describe, expect, it } from 'vitest';
import type { EstateReport } from '../../kernel/index.ts';
import { estateFormats } from './estate-formats.ts';
import { estateFinding, estateReport, plainOptions } from './estate-report.case.ts';
import { hostileEstateReport } from './hostile-estate-report.case.ts';
import { sampleEstateReport } from './sample-estate-report.case.ts';
import { renderEstateSarif } from './sarif.ts';

// biome-ignore lint/suspicious/noExplicitAny: the tests read a document that they check property by property.
type Json = any;

function runOf(report: EstateReport): Json {
  const log = JSON.parse(renderEstateSarif(report));
  expect(log).toMatchObject({ version: '2.1.0', $schema: expect.stringContaining('sarif-schema-2.1.0') });
  expect(log.runs).toHaveLength(1);
  return log.runs[0];
}

describe('sarif', () => {
  const run = runOf(sampleEstateReport());
  const byState = new Map<string, Json>(run.results.map((result: Json) => [result.properties.state, result]));

  it.each([
    ['sample', sampleEstateReport()],
    ['hostile', hostileEstateReport()],
  ])('points from each result to its rule and its resource, %s', (_, report) => {
    const { results, tool } = runOf(report);
    expect(results).toHaveLength(report.findings.length);
    for (const [index, result] of results.entries()) {
      expect(tool.driver.rules[result.ruleIndex].id).toBe(result.ruleId);
      expect(['error', 'warning', 'note']).toContain(result.level);
      expect(result.kind).toBe('fail');
      expect(result.message.text.length).toBeLessThanOrEqual(1024);
      expect(result.message.text).not.toMatch(/\]\(/);
      expect(result.partialFingerprints['landguard/v1']).toBeTruthy();
      const [location] = result.locations;
      expect(location).not.toHaveProperty('physicalLocation');
      expect(location.logicalLocations).toHaveLength(1);
      if (report.estate !== 'fabrikam-landing-zone') continue;
      const { id, name } = report.findings[index]!.resource;
      expect(location.logicalLocations[0]).toEqual({ name, fullyQualifiedName: id, kind: 'resource' });
    }
  });

  it('has a rule for each policy, with help and a level', () => {
    const { rules } = run.tool.driver;
    expect(rules.map(({ id }: Json) => id)).toEqual(['p-vault', 'p-public']);
    expect(rules[0]).toMatchObject({
      defaultConfiguration: { level: 'error' },
      properties: { 'security-severity': '9.5', precision: 'high' },
      help: { text: expect.stringContaining('About Key vaults'), markdown: expect.any(String) },
    });
  });

  it('takes the level from the severity, and from the state where nothing was found to fail', () => {
    const levelOf = (severity: 'critical' | 'high' | 'medium' | 'low' | 'info') =>
      runOf(estateReport([estateFinding({ severity })])).results[0].level;
    expect((['critical', 'high', 'medium', 'low', 'info'] as const).map(levelOf)).toEqual([
      'error',
      'error',
      'warning',
      'note',
      'note',
    ]);
    for (const state of ['undecided', 'notEvaluated', 'protected'])
      expect(byState.get(state).level).toBe('note');
    expect(byState.get('error').level).toBe('error');
    expect(byState.get('undecided').message.text).toMatch(/^undecided: vm-app \(/);
  });

  it('suppresses what is exempt, with its reason, and nothing else', () => {
    expect(byState.get('exempt').suppressions).toEqual([
      { kind: 'external', status: 'accepted', justification: 'erp-waiver, waiver, until 2027-01-31' },
    ]);
    expect(run.results.filter((result: Json) => result.suppressions !== undefined)).toHaveLength(1);
  });

  it('compares with the run before only when every finding can be', () => {
    expect(run.results.map((result: Json) => result.baselineState)).toEqual([
      'unchanged',
      'new',
      ...Array(7).fill('unchanged'),
    ]);
    const mixed = estateReport([estateFinding({ lifecycle: 'open' }), estateFinding()]);
    for (const result of runOf(mixed).results) expect(result).not.toHaveProperty('baselineState');
  });

  it('says what was not seen, and what is wrong with the input', () => {
    expect(run.properties.coverage.unassignedScopes).toHaveLength(2);
    expect(run.invocations[0].toolExecutionNotifications).toHaveLength(2);
  });

  it('is the format sarif', () => {
    const { render } = estateFormats.find(({ name }) => name === 'sarif')!;
    expect(render(sampleEstateReport(), plainOptions)).toBe(renderEstateSarif(sampleEstateReport()));
  });
});
