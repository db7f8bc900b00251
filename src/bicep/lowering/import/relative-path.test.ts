import { expect, it } from 'vitest';
import { relativePath } from './relative-path.ts';

it.each([
  ['main.bicep', 'types.bicep', 'types.bicep'],
  ['main.bicep', 'shared/types.bicep', 'shared/types.bicep'],
  ['hub/main.bicep', 'shared/types.bicep', '../shared/types.bicep'],
  ['a/b/main.bicep', 'a/types.bicep', '../types.bicep'],
  ['/a/main.bicep', '/a/b/types.bicep', 'b/types.bicep'],
])('from %s to %s it is %s', (from, to, expected) => {
  expect(relativePath(from, to)).toBe(expected);
});
