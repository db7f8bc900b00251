import { describe, expect, it } from 'vitest';
import { isAtLeast, severities } from './verdict.ts';

describe('isAtLeast', () => {
  it('compares severities, most serious first', () => {
    expect(severities.filter((severity) => isAtLeast(severity, 'medium'))).toEqual([
      'critical',
      'high',
      'medium',
    ]);
    expect(isAtLeast('info', 'info')).toBe(true);
  });
});
