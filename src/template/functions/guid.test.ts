import { describe, expect, it } from 'vitest';
import { run, seen, unknown } from './call-for-test.ts';
import { guidOf } from './guid.ts';

describe('guid', () => {
  it('is a version 5 UUID of its arguments', () => {
    expect(run('guid', 'test')).toBe('d6a5baf1-8b9b-542a-8525-2982f1f98a0c');
    expect(guidOf(['hub', 'spoke'])).toMatch(
      /^[\da-f]{8}-[\da-f]{4}-5[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/,
    );
    expect(guidOf(['hub', 'spoke'])).toBe(guidOf(['hub-spoke']));
    expect(guidOf(['hub', 'spoke'])).not.toBe(guidOf(['spoke', 'hub']));
  });

  it('is unknown of an unknown', () => {
    expect(seen(run('guid', unknown({ secret: true })))).toEqual({ unknown: { type: 'string' } });
    expect(() => run('guid', {})).toThrow('guid expects a string, but argument 1 is an object');
  });
});
