import { describe, expect, it } from 'vitest';
import type { ValueObject } from '../../kernel/index.ts';
import { lambda, run, seen, unknown } from './call-for-test.ts';

const subnets = [
  { name: 'web', zone: 'dmz', size: 24 },
  { name: 'sql', zone: 'data', size: 26 },
  { name: 'ftp', zone: 'DMZ', size: 28 },
];
const by = (key: string) => lambda((item) => run('tryGet', item!, key));

describe('toObject', () => {
  it('has a property for each item', () => {
    const result = run('toObject', subnets, by('name')) as ValueObject;
    expect(Object.keys(result)).toEqual(['web', 'sql', 'ftp']);
    expect(result.web).toBe(subnets[0]);
    expect(run('toObject', subnets, by('name'), by('size'))).toEqual({ web: 24, sql: 26, ftp: 28 });
    expect(run('toObject', subnets, by('zone'), by('size'))).toEqual({ dmz: 28, data: 26 });
  });

  it('wants strings as keys', () => {
    expect(() => run('toObject', subnets, by('size'))).toThrow(
      'toObject expects a lambda that gives a string, but it gives an int',
    );
    expect(
      seen(
        run(
          'toObject',
          [1],
          lambda(() => unknown()),
        ),
      ),
    ).toEqual({ unknown: { type: 'object' } });
    const value = unknown();
    expect(
      run(
        'toObject',
        ['a'],
        lambda((item) => item!),
        lambda(() => value),
      ),
    ).toEqual({ a: value });
  });
});

describe('groupBy', () => {
  it('has an array for each key', () => {
    expect(run('groupBy', subnets, by('zone'), by('name'))).toEqual({ dmz: ['web', 'ftp'], data: ['sql'] });
    expect(run('groupBy', subnets, by('name'))).toEqual({
      web: [subnets[0]],
      sql: [subnets[1]],
      ftp: [subnets[2]],
    });
    expect(run('groupBy', [], by('name'))).toEqual({});
  });

  it('is unknown with an unknown key', () => {
    expect(
      seen(
        run(
          'groupBy',
          ['a', unknown()],
          lambda((item) => item!),
        ),
      ),
    ).toEqual({ unknown: { type: 'object' } });
    expect(seen(run('groupBy', unknown(), by('name')))).toEqual({ unknown: { type: 'object' } });
  });
});
