import { expect, it } from 'vitest';
import { StoreError, storeError } from './store-error.ts';

const failure = (code: string, message = 'words of the driver') =>
  Object.assign(new Error(message), { code });

it.each([
  ['53100', 'disk', 'the disk is full'],
  ['53300', 'refused', 'the server has no resources left'],
  ['28P01', 'refused', 'the server does not accept the user or the password'],
  ['42501', 'refused', 'the user may not do that in this database'],
  ['57P01', 'unreachable', 'the server is stopping or has ended the connection'],
  ['XX001', 'damaged', 'the database is damaged'],
  ['ECONNREFUSED', 'unreachable', 'the server refuses the connection'],
  ['ENOSPC', 'disk', 'the disk is full'],
  ['SELF_SIGNED_CERT_IN_CHAIN', 'refused', 'the server cannot be trusted: words of the driver'],
])('%s is %s: %s', (code, problem, message) => {
  const error = storeError(failure(code));
  expect(error).toBeInstanceOf(StoreError);
  expect(error).toMatchObject({ problem, message, cause: { code } });
});

it.each([
  ['Connection terminated unexpectedly', 'unreachable'],
  ['timeout exceeded when trying to connect', 'unreachable'],
  ['Client has encountered a connection error and is not queryable', 'unreachable'],
  ['The server does not support SSL connections', 'refused'],
])('%s is %s', (message, problem) => {
  expect(storeError(new Error(message))).toMatchObject({ name: 'StoreError', problem });
});

it('leaves bugs and its own errors as they are', () => {
  for (const error of [
    failure('42601', 'syntax error'),
    new TypeError('x'),
    new StoreError('disk', 'x'),
    'text',
  ])
    expect(storeError(error)).toBe(error);
});
