import { describe, expect, it } from 'vitest';
import { uuidOf, uuidV5 } from './uuid-v5.ts';

const dns = '6ba7b810-9dad-11d1-80b4-00c04fd430c8';

describe('uuid', () => {
  it('is the one that RFC 9562 gives as its example (A.4)', () => {
    expect(uuidV5('www.example.com', dns)).toBe('2ed6657d-e927-568b-95e1-2665a8aea6a2');
  });

  it('has version 5 and the variant of the RFC, and is the same each time', () => {
    const made = Array.from({ length: 200 }, (_, index) => uuidOf('finding', String(index)));
    for (const uuid of made)
      expect(uuid).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(new Set(made).size).toBe(200);
    expect(uuidOf('finding', '7')).toBe(made[7]);
  });

  it('tells parts apart, wherever they meet', () => {
    const uuids = [uuidOf('a', 'b'), uuidOf('ab'), uuidOf('a\n1:b'), uuidOf('a', '', 'b'), uuidOf('b', 'a')];
    expect(new Set(uuids).size).toBe(5);
  });

  it('lives in a namespace of its own', () => {
    expect(uuidOf('x')).toBe(uuidV5('1:x', uuidV5('landguard', dns)));
  });
});
