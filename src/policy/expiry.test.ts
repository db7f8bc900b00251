import { describe, expect, test } from 'vitest';
import type { Value } from '../kernel/index.ts';
import { hasExpired, readExpiry } from './expiry.ts';

const now = '2026-06-15T12:00:00Z';

test.each<[Value | undefined, string | undefined | null]>([
  [undefined, undefined],
  [null, undefined],
  ['2026-06-15T12:00:00.0000000Z', '2026-06-15T12:00:00.0000000Z'],
  ['2026-06-15', '2026-06-15'],
  ['', null],
  ['next summer', null],
  ['2026-13-45T00:00:00Z', null],
  [20260615, null],
  [{}, null],
])('%j is read as %j', (written, read) => {
  expect(readExpiry(written)).toBe(read);
});

describe('hasExpired', () => {
  test.each<[string | undefined, boolean]>([
    [undefined, false],
    ['2026-06-15T12:00:00.001Z', false],
    ['2026-06-15T12:00:00Z', true],
    ['2026-06-15T11:59:59.9999999Z', true],
    ['2026-06-15T14:00:00+02:00', true],
    ['2026-06-15T14:00:01+02:00', false],
    ['2026-06-15T12:00:00', true],
    ['2026-06-15T12:00:01', false],
    ['2026-06-15', true],
    ['2026-06-16', false],
  ])('%s: %s', (expiresOn, expired) => {
    expect(hasExpired(expiresOn, now)).toBe(expired);
  });
});
