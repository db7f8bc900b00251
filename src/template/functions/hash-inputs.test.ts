import { describe, expect, it } from 'vitest';
import { defaultLimits, Unknown } from '../../kernel/index.ts';
import { hashFunction } from './hash-inputs.ts';

describe('hashFunction', () => {
  const definition = hashFunction('hash', (parts) => parts.join('|'));
  const call = { name: 'hash', limits: defaultLimits, unknown: () => new Unknown('hash(...)') };

  it('hashes strings, known ones', () => {
    expect(definition.run(['a', 'b'], call)).toBe('a|b');
    expect(definition.run(['a', new Unknown('x')], call)).toBeInstanceOf(Unknown);
    expect(() => definition.run(['a', null], call)).toThrow('hash expects a string, but argument 2 is null');
  });
});
