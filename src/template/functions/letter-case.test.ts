import { describe, expect, it } from 'vitest';
import { run, seen, unknown } from './call-for-test.ts';

describe('toLower and toUpper', () => {
  it('map each character by itself', () => {
    expect(run('toLower', 'Rg-Hub-ÄÖ')).toBe('rg-hub-äö');
    expect(run('toUpper', 'Rg-Hub-äö')).toBe('RG-HUB-ÄÖ');
    expect(run('toUpper', 'straße')).toBe('STRAßE');
    expect(run('toLower', 'ΟΔΟΣ')).toBe('οδοσ');
    expect(run('toLower', 'İ')).toBe('İ');
  });

  it('map what is known of an unknown', () => {
    expect(seen(run('toLower', unknown({ type: 'string', prefix: 'Rg-', suffix: '-X' })))).toEqual({
      unknown: { type: 'string', prefix: 'rg-', suffix: '-x' },
    });
    expect(run('toLower', unknown({ candidates: ['Hub', 'HUB'] }))).toBe('hub');
  });
});
