import { describe, expect, it } from 'vitest';
import type { Severity } from '../kernel/index.ts';
import { definition, definitionId, inForce, isStorage } from './assess.case.ts';
import { severityOf } from './severity.ts';

function severity(effect: string, metadata: object, overrides: Record<string, Severity> = {}): Severity {
  const [policy] = inForce({
    ...definition('One', isStorage, effect, { metadata }),
    id: definitionId('One'),
  });
  return severityOf(policy!, new Map(Object.entries(overrides)));
}

describe('severity', () => {
  it.each<[string, Severity]>([
    ['deny', 'high'],
    ['Audit', 'medium'],
    ['disabled', 'low'],
  ])('of the effect %s is %s', (effect, expected) => {
    expect(severity(effect, {})).toBe(expected);
  });

  it.each<[unknown, Severity]>([
    ['Critical', 'critical'],
    ['info', 'info'],
    ['urgent', 'medium'],
    [3, 'medium'],
  ])('stated as %j is %s', (stated, expected) => {
    expect(severity('audit', { severity: stated })).toBe(expected);
  });

  it.each(['one', 'display one', definitionId('One').toLowerCase()])(
    'is what the user says for %s',
    (name) => {
      expect(severity('deny', { severity: 'critical' }, { [name]: 'info' })).toBe('info');
    },
  );
});
