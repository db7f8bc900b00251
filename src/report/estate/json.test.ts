import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { estateReport } from './estate-report.case.ts';
import { hostileEstateReport } from './hostile-estate-report.case.ts';
import { estateReportSchemaVersion, renderEstateJson } from './json.ts';
import { largeEstateReport } from './large-estate.case.ts';
import { sampleEstateReport } from './sample-estate-report.case.ts';

const schemaFile = new URL('../../../schemas/estate-report.schema.json', import.meta.url);
const schema = JSON.parse(readFileSync(schemaFile, 'utf8'));

describe('json', () => {
  const validate = new Ajv2020({ strict: true, allErrors: true }).compile(schema);

  it.each([
    ['empty', estateReport([])],
    ['sample', sampleEstateReport()],
    ['hostile', hostileEstateReport()],
    ['large', largeEstateReport(200)],
  ])('an %s report is what the schema says', (_, given) => {
    validate(JSON.parse(renderEstateJson(given)));
    expect(validate.errors ?? []).toEqual([]);
  });

  it('has no property that the schema does not name', () => {
    // Documented means every property is in the schema, although readers must accept more.
    const closed = JSON.parse(JSON.stringify(schema), (_, value) =>
      value?.properties === undefined ? value : { ...value, additionalProperties: false },
    );
    const strict = new Ajv2020({ strict: true }).compile(closed);
    strict(JSON.parse(renderEstateJson(sampleEstateReport())));
    expect(strict.errors ?? []).toEqual([]);
  });

  it('refuses a compliant finding, and a report without its coverage', () => {
    const broken = JSON.parse(renderEstateJson(sampleEstateReport()));
    broken.findings[0].state = 'compliant';
    expect(validate(broken)).toBe(false);
    const { coverage, ...rest } = JSON.parse(renderEstateJson(sampleEstateReport()));
    expect(coverage).toBeDefined();
    expect(validate(rest)).toBe(false);
  });

  it('holds the whole report, in the same order each time', () => {
    const given = sampleEstateReport();
    const { schemaVersion, diagnostics, ...rest } = JSON.parse(renderEstateJson(given));
    expect(schemaVersion).toBe(estateReportSchemaVersion);
    const { diagnostics: _, ...expected } = given;
    expect(rest).toEqual(JSON.parse(JSON.stringify(expected)));
    expect(diagnostics).toMatchObject([
      { code: 'LG1001', file: 'estate/resources.json', place: { line: 3, column: 5 } },
      { code: 'LG1006', file: 'estate/gone.json' },
    ]);
    const shuffled = {
      ...given,
      summary: Object.fromEntries(Object.entries(given.summary).toReversed()) as never,
    };
    expect(renderEstateJson(shuffled)).toBe(renderEstateJson(given));
  });

  it('leaves out what has no value', () => {
    const { summary } = JSON.parse(renderEstateJson(estateReport([])));
    expect(summary).not.toHaveProperty('compliancePercent');
    expect(summary.score).not.toHaveProperty('value');
  });
});
