import { expect, it } from 'vitest';
import { diagnostic, Source } from '../kernel/index.ts';
import { diagnosticPlace } from './diagnostic-place.ts';

it('finds the place of a diagnostic', () => {
  const source = new Source('a.json', '{\n  x\n}');
  const details = { problem: 'x' };
  expect(diagnosticPlace(diagnostic('LG1001', details, { source, start: 4, end: 5 }))).toEqual({
    file: 'a.json',
    line: 2,
    column: 3,
    endLine: 2,
    endColumn: 4,
  });
  expect(diagnosticPlace(diagnostic('LG1006', details, 'b.json'))).toMatchObject({ file: 'b.json', line: 1 });
  expect(diagnosticPlace(diagnostic('LG5001', details))).toBeUndefined();
});
