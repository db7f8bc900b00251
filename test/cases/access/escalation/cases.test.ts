import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { escalationsIn, pathText, readEscalationCases } from './escalation-case.ts';

const folder = new URL('./', import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'));

describe.each(files)('%s', (file) => {
  test.each(readEscalationCases(new URL(file, folder)))(
    '$name',
    async ({ estate, from, to, paths, removal }) => {
      const report = await escalationsIn(estate, { from, to });
      const found = report.paths.filter(({ isStanding }) => !isStanding);
      expect(found.map((path) => pathText(path, estate)).sort()).toEqual([...paths].sort());
      expect(report.cut).toEqual([]);
      if (removal !== undefined)
        expect(found[0]?.removal?.map(({ what }) => what).sort()).toEqual([...removal].sort());
    },
  );
});

test('every case has a name of its own, and near-misses expect nothing', () => {
  const cases = files.flatMap((file) =>
    readEscalationCases(new URL(file, folder)).map((one) => ({ file, ...one })),
  );
  expect(new Set(cases.map(({ name }) => name)).size).toBe(cases.length);
  expect(cases.length).toBeGreaterThan(45);
  for (const { file, paths } of cases) expect(paths.length === 0).toBe(file === 'near-misses.yaml');
});
