import { describe, expect, it } from 'vitest';
import { finding, nastyFinding, place, report, sampleReport } from './report.case.ts';
import { renderSarif } from './sarif.ts';

// biome-ignore lint/suspicious/noExplicitAny: the tests read a document that they check property by property.
type Json = any;

function runOf(given: Parameters<typeof renderSarif>[0]): Json {
  return JSON.parse(renderSarif(given)).runs[0];
}

describe('sarif', () => {
  const run = runOf(sampleReport());

  it('is one run of SARIF 2.1.0 by a named tool', () => {
    const log = JSON.parse(renderSarif(report([])));
    expect(log).toMatchObject({ version: '2.1.0', $schema: expect.stringContaining('sarif-schema-2.1.0') });
    expect(log.runs).toHaveLength(1);
    expect(log.runs[0]).toMatchObject({
      tool: { driver: { name: 'landguard', version: '0.1.0', semanticVersion: '0.1.0', rules: [] } },
      invocations: [{ executionSuccessful: true, toolExecutionNotifications: [] }],
      columnKind: 'utf16CodeUnits',
      results: [],
    });
  });

  it('points from each result to its rule', () => {
    expect(run.results).toHaveLength(sampleReport().findings.length);
    for (const result of run.results) {
      expect(run.tool.driver.rules[result.ruleIndex].id).toBe(result.ruleId);
      expect(['error', 'warning', 'note']).toContain(result.level);
      expect(result.kind).toBe('fail');
      expect(result.message.text).not.toBe('');
      expect(result.locations).toHaveLength(1);
      expect(result.partialFingerprints['landguard/v1']).toBeTruthy();
    }
    expect(run.tool.driver.rules).toHaveLength(7);
  });

  it('gives each rule what code scanning needs, within its limits', () => {
    for (const rule of run.tool.driver.rules) {
      expect(rule.shortDescription.text.length).toBeLessThanOrEqual(1024);
      expect(rule.fullDescription.text.length).toBeLessThanOrEqual(1024);
      expect(rule.name.length).toBeLessThanOrEqual(255);
      expect(rule.help.text).not.toBe('');
      expect(rule.help.markdown).not.toBe('');
      expect(rule.properties.tags.length).toBeLessThanOrEqual(10);
      expect(new Set(rule.properties.tags).size).toBe(rule.properties.tags.length);
      const score = rule.properties['security-severity'];
      if (score !== undefined) expect(Number(score)).toBeGreaterThan(0);
    }
    const storage = run.tool.driver.rules.find((rule: Json) => rule.id === 'b2982f36');
    expect(storage.properties).toEqual({
      tags: ['security', 'azure-policy', 'Storage', 'MCSB NS-2'],
      precision: 'high',
      'security-severity': '8.0',
    });
    expect(storage.defaultConfiguration.level).toBe('error');
  });

  it('has regions from 1 and relative URIs below the root', () => {
    const locations: Json[] = [];
    JSON.stringify(run, (key, value) => {
      if (key === 'physicalLocation') locations.push(value);
      return value;
    });
    expect(locations.length).toBeGreaterThan(20);
    for (const { artifactLocation, region } of locations) {
      expect(artifactLocation.uriBaseId).toBe('%SRCROOT%');
      expect(artifactLocation.uri).toMatch(/^[\w.~!'()*%/-]+$/);
      expect(region.startLine).toBeGreaterThanOrEqual(1);
      expect(region.startColumn).toBeGreaterThanOrEqual(1);
      expect(region.endLine).toBeGreaterThanOrEqual(region.startLine);
      if (region.endLine === region.startLine)
        expect(region.endColumn).toBeGreaterThanOrEqual(region.startColumn);
    }
  });

  it('repairs a place that has no extent', () => {
    const broken = { file: '/abs/a.json', line: 0, column: 0, endLine: 0, endColumn: 0 };
    const [result] = runOf(report([finding({ place: broken })])).results;
    expect(result.locations[0].physicalLocation).toEqual({
      artifactLocation: { uri: 'file:///abs/a.json' },
      region: { startLine: 1, startColumn: 1, endLine: 1, endColumn: 1 },
    });
  });

  it('shows where the value comes from', () => {
    const [result] = runOf(report([finding()])).results;
    expect(result.message.text).toMatch(
      /^stprod .* must be "Disabled", from \[parameter publicAccess\]\(2\)$/,
    );
    expect(result.relatedLocations[1]).toMatchObject({ id: 2, message: { text: 'parameter publicAccess' } });
    const steps = result.codeFlows[0].threadFlows[0].locations;
    expect(steps.map((step: Json) => step.location.message.text)).toEqual([
      'parameter publicAccess',
      'expression',
      'the value in force',
    ]);
    expect(runOf(report([finding({ origins: [] })])).results[0]).not.toHaveProperty('codeFlows');
  });

  it('says undecided as a note that reads as one', () => {
    const [result] = runOf(
      report([finding({ verdict: 'unknown', unknownBecause: ['parameter x has no value'] })]),
    ).results;
    expect(result).toMatchObject({ level: 'note', properties: { verdict: 'unknown' } });
    expect(result.message.text).toMatch(/^undecided: stprod .*: because parameter x has no value/);
  });

  it('reports diagnostics as notifications of the run', () => {
    const notifications = run.invocations[0].toolExecutionNotifications;
    expect(notifications).toHaveLength(4);
    for (const { descriptor } of notifications) {
      expect(run.tool.driver.notifications[descriptor.index].id).toBe(descriptor.id);
    }
    expect(notifications[0]).toMatchObject({ level: 'error', descriptor: { id: 'LG1001' } });
    expect(notifications[3]).not.toHaveProperty('locations');
  });

  it('lets no text be a link but its own', () => {
    const [result] = runOf(report([nastyFinding()])).results;
    expect(result.message.text.match(/\]\(/g) ?? []).toHaveLength(1);
    expect(result.message.text.length).toBeLessThanOrEqual(1024);
    const links = runOf(
      report([finding({ message: '[click](https://evil.example)', reasons: [], origins: [] })]),
    );
    expect(links.results[0].message.text).toContain('[click] (https://evil.example)');
  });

  it('keeps the most serious findings when there are too many, and says so', () => {
    const audits = Array.from({ length: 25_000 }, (_, index) =>
      finding({ effect: 'audit', origins: [], reasons: [], place: place('a.json', index + 1) }),
    );
    const large = runOf(report([...audits, finding({ origins: [] })]));
    expect(large.results).toHaveLength(25_000);
    expect(large.results.at(-1).level).toBe('error');
    expect(large.invocations[0].toolExecutionNotifications[0].message.text).toMatch(
      /^1 less serious finding/,
    );
  });
});
