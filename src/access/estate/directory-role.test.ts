import { expect, it } from 'vitest';
import { ActionSet } from '../pattern/index.ts';
import { directoryPatterns } from './directory-role.ts';

it.each([
  [
    'microsoft.directory/applications/allProperties/allTasks',
    'microsoft.directory/applications/credentials/update',
    true,
  ],
  [
    'microsoft.directory/applications/allProperties/allTasks',
    'microsoft.directory/applications/create',
    true,
  ],
  [
    'microsoft.directory/applications/allProperties/update',
    'microsoft.directory/applications/owners/update',
    true,
  ],
  ['microsoft.directory/applications/allProperties/update', 'microsoft.directory/applications/create', false],
  ['microsoft.directory/users/allProperties/read', 'microsoft.directory/users/standard/read', true],
  ['microsoft.directory/users/password/update', 'microsoft.directory/users/basic/update', false],
  ['microsoft.intune/allEntities/allTasks', 'microsoft.intune/devices/read', true],
  [
    'microsoft.directory/applicationPolicies/allProperties/allTasks',
    'microsoft.directory/applications/create',
    false,
  ],
])('%s has %s: %s', (permission, action, expected) => {
  expect(ActionSet.of(directoryPatterns(permission)).has(action)).toBe(expected);
});
