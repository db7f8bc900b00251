import { expect, it } from 'vitest';
import { isAbsence } from './is-absence.ts';

it.each([
  [404, 'ResourceNotFound', true],
  [409, 'MissingSubscriptionRegistration', true],
  [400, 'ResourceTypeNotSupported', true],
  [403, 'AuthorizationFailed', false],
  [400, 'BadRequest', false],
  [500, 'InternalServerError', false],
])('%s %s is an absence: %s', (status, code, expected) => {
  expect(isAbsence({ status, code })).toBe(expected);
});
