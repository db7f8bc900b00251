import { describe, expect, it } from 'vitest';
import { renderEstateCsv } from './csv.ts';
import { csvCell } from './csv-cell.ts';
import { estateFinding, estateReport } from './estate-report.case.ts';
import { hostileEstateReport } from './hostile-estate-report.case.ts';
import { sampleEstateReport } from './sample-estate-report.case.ts';

/** A reader of RFC 4180 that forgives nothing. */
function parse(text: string): string[][] {
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/y;
  const rows: string[][] = [];
  let row: string[] = [];
  while (cell.lastIndex < text.length) {
    const at = cell.lastIndex;
    const match = cell.exec(text);
    if (match === null) throw new Error(`not CSV: ${text.slice(at, at + 40)}`);
    row.push(match[1]?.replaceAll('""', '"') ?? match[2]!);
    if (match[3] === '\r\n') {
      rows.push(row);
      row = [];
    }
  }
  return rows;
}

describe('csv', () => {
  it('has a row for each finding, as wide as its head', () => {
    const [head, ...rows] = parse(renderEstateCsv(sampleEstateReport()));
    const { findings } = sampleEstateReport();
    expect(rows).toHaveLength(findings.length);
    for (const row of rows) expect(row).toHaveLength(head!.length);
    const first = Object.fromEntries(head!.map((title, index) => [title, rows[1]![index]]));
    expect(first).toMatchObject({
      state: 'nonCompliant',
      severity: 'high',
      resource: 'stshop',
      owner: 'shop-team',
      message: 'properties.publicNetworkAccess is "Enabled", must be "Disabled"',
      controls: 'MCSB NS-2',
      exemption: '',
    });
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '  =1', '\uff1d1', '\u200b=1', '\tx'])(
    'makes %j harmless',
    (text) => {
      expect(csvCell(text)).toMatch(/^"'/);
    },
  );

  it('leaves other text as it is', () => {
    expect(csvCell('a-b = "c", d')).toBe('"a-b = ""c"", d"');
    expect(csvCell('')).toBe('""');
  });

  it('computes nothing, whatever the findings say', () => {
    const report = estateReport([estateFinding({ owner: '=cmd|calc', message: '@x', exemption: '-2' })]);
    for (const row of parse(renderEstateCsv(report)).flat()) expect(row).not.toMatch(/^\s*[=+\-@]/);
    expect(parse(renderEstateCsv(hostileEstateReport('",\r\n=1')))).toHaveLength(2);
  });

  it('is the head alone without findings', () => {
    expect(renderEstateCsv(estateReport([]))).toMatch(/^fingerprint,state,severity,[a-zA-Z,]+\r\n$/);
  });
});
