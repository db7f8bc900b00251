import { expect, it } from 'vitest';
import { isInForce, type RoleAssignment } from './assignment.ts';

const always: RoleAssignment = {
  realm: 'azure',
  kind: 'assigned',
  id: 'a',
  scope: '/',
  role: 'r',
  principalId: 'p',
  principalType: '',
  file: 'f',
};
const start = '2026-11-01T10:00:00+02:00';
const end = '2026-11-01T09:00:00Z';

it.each([
  [{}, '2026-11-01T00:00:00Z', true],
  [{ start }, undefined, true],
  [{ start }, '2026-11-01T07:59:59Z', false],
  [{ start }, '2026-11-01T08:00:00Z', true],
  [{ start, end }, '2026-11-01T08:59:59Z', true],
  [{ start, end }, '2026-11-01T09:00:00Z', false],
  [{ start: 'not a date', end: 'neither' }, '2026-11-01T09:00:00Z', true],
] as const)('%o at %s: %s', (dates, at, expected) => {
  expect(isInForce({ ...always, ...dates }, at)).toBe(expected);
});
