import { expect, it } from 'vitest';
import { refusalKinds } from './refusal-kinds.ts';

it('refusals are summed up by status and code, with the first path of each', () => {
  const denied = { status: 403, code: 'AuthorizationFailed' };
  const kinds = refusalKinds([
    { ...denied, path: '/a' },
    { status: 404, code: 'NotFound', path: '/b' },
    { ...denied, path: '/c', count: 5 },
    { status: 403, code: 'Other', path: '/d' },
  ]);
  expect(kinds).toEqual([
    { ...denied, path: '/a', count: 6 },
    { status: 404, code: 'NotFound', path: '/b', count: 1 },
    { status: 403, code: 'Other', path: '/d', count: 1 },
  ]);
  expect(refusalKinds([])).toEqual([]);
});
