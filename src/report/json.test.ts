import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { renderJson, reportSchemaVersion } from './json.ts';
import { finding, report, sampleReport } from './report.case.ts';

const schemaFile = new URL('../../schemas/report.schema.json', import.meta.url);
const schema = JSON.parse(readFileSync(schemaFile, 'utf8'));

describe('json', () => {
  const validate = new Ajv2020({ strict: true, allErrors: true }).compile(schema);

  it.each([
    ['empty', report([])],
    ['sample', sampleReport()],
    [
      'bare finding',
      report([finding({ assignment: undefined, remediation: undefined, origins: [], reasons: [] })]),
    ],
  ])('an %s report is what the schema says', (_, given) => {
    validate(JSON.parse(renderJson(given)));
    expect(validate.errors ?? []).toEqual([]);
  });

  it('has no property that the schema does not name', () => {
    // Documented means every property is in the schema, although readers must accept more.
    const closed = JSON.parse(JSON.stringify(schema), (_, value) =>
      value?.properties === undefined ? value : { ...value, additionalProperties: false },
    );
    const strict = new Ajv2020({ strict: true }).compile(closed);
    strict(JSON.parse(renderJson(sampleReport())));
    expect(strict.errors ?? []).toEqual([]);
  });

  it('refuses a report without a verdict', () => {
    const broken = JSON.parse(renderJson(sampleReport()));
    delete broken.findings[0].verdict;
    expect(validate(broken)).toBe(false);
  });

  it('holds the whole report, in the same order each time', () => {
    const given = sampleReport();
    const { findings, summary, notEvaluated, diagnostics, schemaVersion } = JSON.parse(renderJson(given));
    expect(schemaVersion).toBe(reportSchemaVersion);
    expect(findings).toEqual(JSON.parse(JSON.stringify(given.findings)));
    expect(summary).toEqual(given.summary);
    expect(notEvaluated).toEqual(JSON.parse(JSON.stringify(given.notEvaluated)));
    expect(diagnostics[0]).toMatchObject({
      code: 'LG1001',
      file: 'infra/a.json',
      place: { line: 3, column: 5 },
    });
    expect(diagnostics[3]).not.toHaveProperty('place');
    const shuffled = { ...given, summary: Object.fromEntries(Object.entries(summary).toReversed()) as never };
    expect(renderJson(shuffled)).toBe(renderJson(given));
  });
});
