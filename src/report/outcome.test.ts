import { describe, expect, it } from 'vitest';
import { bySeriousness, levelOf, outcomeOf, outcomeWord } from './outcome.ts';
import { finding, sampleFindings } from './report.case.ts';

describe('outcomes', () => {
  it.each([
    ['non-compliant', 'deny', 'denied', 'deny', 'error'],
    ['non-compliant', 'Deny', 'denied', 'deny', 'error'],
    ['non-compliant', 'denyAction', 'non-compliant', 'denyAction', 'warning'],
    ['non-compliant', 'audit', 'non-compliant', 'audit', 'warning'],
    ['non-compliant', 'auditIfNotExists', 'non-compliant', 'audit', 'warning'],
    ['non-compliant', 'DeployIfNotExists', 'non-compliant', 'will be remediated', 'warning'],
    ['non-compliant', 'modify', 'non-compliant', 'will be remediated', 'warning'],
    ['non-compliant', 'append', 'non-compliant', 'append', 'warning'],
    ['unknown', 'deny', 'undecided', 'undecided', 'note'],
    ['error', 'audit', 'error', 'error', 'error'],
    ['not-evaluated', 'manual', 'not-evaluated', 'not evaluated', 'note'],
  ] as const)('%s with %s is %s, said "%s", at the level %s', (verdict, effect, outcome, word, level) => {
    const given = finding({ verdict, effect });
    expect(outcomeOf(given)).toBe(outcome);
    expect(outcomeWord(given)).toBe(word);
    expect(levelOf(given)).toBe(level);
  });

  it('does not look an effect up on the prototype', () => {
    expect(outcomeWord(finding({ effect: 'constructor' }))).toBe('constructor');
  });

  it('orders the most pressing first', () => {
    const order = sampleFindings().toSorted(bySeriousness).map(outcomeOf);
    expect(order[0]).toBe('denied');
    expect(order.at(-1)).toBe('not-evaluated');
  });
});
