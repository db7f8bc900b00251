import { expect, it } from 'vitest';
import { byPlace, groupCopies } from './console-group.ts';
import { finding, place, sampleFindings } from './report.case.ts';

it('collapses the copies of a loop and nothing else', () => {
  const groups = groupCopies(sampleFindings());
  expect(groups).toHaveLength(7);
  expect(groups[0]?.others.map((each) => each.fingerprint)).toEqual(['copy1', 'copy2']);
  expect(groups.slice(1).every((group) => group.others.length === 0)).toBe(true);
});

it('keeps apart what differs in verdict, effect, assignment or column', () => {
  const assignment = { ...finding().assignment!, id: 'other' };
  const column = place('infra/storage.json', 41, 25);
  const findings = [
    {},
    { verdict: 'unknown' },
    { effect: 'audit' },
    { assignment },
    { place: column },
  ] as const;
  expect(groupCopies(findings.map((changes) => finding(changes)))).toHaveLength(5);
});

it('sorts by file, line and column', () => {
  const places = [place('b', 1), place('a', 2), place('a', 1, 9), place('a', 1, 2)];
  const sorted = places.map((each) => finding({ place: each })).toSorted(byPlace);
  expect(sorted.map((each) => `${each.place.file}${each.place.line}.${each.place.column}`)).toEqual([
    'a1.2',
    'a1.9',
    'a2.1',
    'b1.1',
  ]);
});
