import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import type { EstateReport } from '../../kernel/index.ts';
import { control, estateFinding, estateReport } from './estate-report.case.ts';
import { hostileEstateReport } from './hostile-estate-report.case.ts';
import { largeEstateReport } from './large-estate.case.ts';
import { renderEstateOscal } from './oscal.ts';
import { oscalSchema } from './oscal-schema.case.ts';
import { oscalMarkup, oscalMoment, oscalString, oscalToken } from './oscal-text.ts';
import { sampleEstateReport } from './sample-estate-report.case.ts';

// biome-ignore lint/suspicious/noExplicitAny: the tests read a document that they check property by property.
type Json = any;

function resultsOf(report: EstateReport): Json[] {
  return JSON.parse(renderEstateOscal(report))['assessment-results'].results;
}

/** The uuids that a document defines, and those that it points to. */
function uuidsOf(result: Json): { defined: Set<string>; used: string[] } {
  const defined = new Set<string>();
  const used: string[] = [];
  JSON.stringify(result, (key, value) => {
    if (key === 'uuid') defined.add(value);
    else if (key.endsWith('-uuid')) used.push(value);
    return value;
  });
  return { defined, used };
}

describe('oscal', () => {
  const validate = new Ajv2020({ allErrors: true, unicodeRegExp: true }).compile(oscalSchema);

  it.each([
    ['empty', estateReport([])],
    ['sample', sampleEstateReport()],
    ['hostile', hostileEstateReport()],
    ['blank', hostileEstateReport(' \n ')],
    ['markup', hostileEstateReport('<script>*_`{{ insert: param }}`_*</script>')],
    ['without controls', estateReport([estateFinding({ controls: [] })])],
    ['large', largeEstateReport(300)],
  ])('an %s report is what OSCAL 1.1.3 asks for', (_, report) => {
    validate(JSON.parse(renderEstateOscal(report)));
    expect(validate.errors ?? []).toEqual([]);
  });

  it.each([
    ['sample', sampleEstateReport()],
    ['large', largeEstateReport(300)],
  ])('points nowhere that is not there, and names nothing twice, %s', (_, report) => {
    for (const result of resultsOf(report)) {
      const { defined, used } = uuidsOf(result);
      expect(used.length).toBeGreaterThan(0);
      for (const uuid of used) expect(defined).toContain(uuid);
      const { observations = [], findings = [] } = result;
      const uuids = [...observations, ...findings].map(({ uuid }: Json) => uuid);
      expect(new Set(uuids).size).toBe(uuids.length);
    }
  });

  it('has a result for each framework, and one for what belongs to none', () => {
    const [cis, mcsb, rest] = resultsOf(sampleEstateReport());
    expect([cis.title, mcsb.title, rest.title]).toEqual(['CIS Azure', 'MCSB', 'Azure Policy']);
    expect(mcsb.observations).toHaveLength(8);
    expect(rest.observations.map(({ title }: Json) => title)).toEqual([
      'Key vaults should have purge protection',
    ]);
    expect(rest).not.toHaveProperty('findings');
  });

  it('is satisfied with nothing but what is proven', () => {
    const [, mcsb] = resultsOf(sampleEstateReport());
    const states = mcsb.findings.map(({ target }: Json) => [
      target['target-id'],
      target.status.state,
      target.status.reason,
    ]);
    expect(states).toEqual([
      ['BR-1', 'satisfied', 'pass'],
      ['DP-1', 'not-satisfied', 'other'],
      ['LT-1', 'not-satisfied', 'other'],
      ['NS-2', 'not-satisfied', 'fail'],
    ]);
    const [selection] = mcsb['reviewed-controls']['control-selections'];
    const ids = (list: Json[]) => list.map((each) => each['control-id']);
    expect(ids(selection['include-controls'])).toEqual(['BR-1', 'DP-1', 'LT-1', 'NS-2']);
    expect(ids(selection['exclude-controls'])).toEqual(['AM-1', 'GS-1', 'IM-1', 'IR-1', 'PV-1']);
  });

  it('lists a framework that nothing in force tests, without a finding', () => {
    const [only] = resultsOf(estateReport([], 0, { controls: [control('ISO', 'A.5.1', 'notCovered')] }));
    expect(only.description).toContain('0 controls assessed by policies, 1 not');
    expect(only).not.toHaveProperty('findings');
  });

  it('keeps the uuids of what stays the same', () => {
    const first = resultsOf(sampleEstateReport());
    const later = resultsOf({ ...sampleEstateReport(), assessedAt: '2026-11-30T06:00:00.000Z' });
    expect(later[1].observations[0].uuid).toBe(first[1].observations[0].uuid);
    expect(later[1].findings[0].uuid).toBe(first[1].findings[0].uuid);
    expect(later[1].uuid).not.toBe(first[1].uuid);
  });

  it('writes texts as their types want them', () => {
    expect(['NS-2', '3.1', 'A 5 (b)', '', ' '].map(oscalToken)).toEqual([
      'NS-2',
      '_3.1',
      'A-5-b-',
      '_',
      '_-',
    ]);
    expect([oscalString(' a\nb '), oscalString('')]).toEqual(['a b', 'none']);
    expect(oscalMarkup('a_b <i> **c**')).toBe('a\\_b \\<i\\> \\*\\*c\\*\\*');
    expect([oscalMoment('2026-11-23T10:00:00+01:00'), oscalMoment('soon')]).toEqual([
      '2026-11-23T09:00:00.000Z',
      '1970-01-01T00:00:00.000Z',
    ]);
  });
});
