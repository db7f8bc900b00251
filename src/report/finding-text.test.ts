import { describe, expect, it } from 'vitest';
import { originText, owningOrigin, policyText, sentenceOf } from './finding-text.ts';
import { finding, place } from './report.case.ts';

describe('sentenceOf', () => {
  it('is the message', () => {
    expect(sentenceOf(finding({ reasons: [] }))).toBe(finding().message);
    expect(sentenceOf(finding({ verdict: 'error', message: 'it fails' }))).toBe('it fails');
  });

  it('says why something is undecided', () => {
    const unknownBecause = ['parameter a has no value', 'parameter b has no value'];
    expect(sentenceOf(finding({ verdict: 'unknown', unknownBecause }))).toBe(
      'because parameter a has no value; parameter b has no value',
    );
  });
});

describe('origins', () => {
  it.each([
    ['parameter', 'from parameter x (a.json:1:2)'],
    ['default', 'from the default of parameter x (a.json:1:2)'],
    ['variable', 'from variable x (a.json:1:2)'],
    ['nested-template', 'from nested template x (a.json:1:2)'],
    ['linked-template', 'from linked template x (a.json:1:2)'],
    ['output', 'from output x (a.json:1:2)'],
    ['literal', undefined],
    ['expression', undefined],
  ] as const)('%s is "%s"', (kind, expected) => {
    expect(originText({ kind, name: 'x', place: place('a.json', 1, 2) })).toBe(expected);
  });

  it('takes the nearest one with a name', () => {
    expect(owningOrigin(finding())?.name).toBe('publicAccess');
    expect(owningOrigin(finding({ origins: [] }))).toBeUndefined();
  });
});

it('names a policy without display name', () => {
  expect(policyText(finding({ policy: { ...finding().policy, displayName: '' } }))).toBe('b2982f36');
});
