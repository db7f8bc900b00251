import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { classifyRole, compareRoles, type Plane, RoleMatrix } from '../../../../src/access/index.ts';
import { type BuiltInRole, loadActions, loadRoles } from '../../../../src/library/index.ts';
import { describeWithShared } from '../../../shared-folder.ts';
import { roleFrom } from './role-case.ts';

const facts = fileURLToPath(new URL('../../../../facts', import.meta.url));
const roles = loadRoles(facts).all();
const known = loadActions(facts);
const planes = ['control', 'data'] as const;

type Granted = 'always' | 'on-condition' | 'never';

/** Whether a pattern stands for an action, both in lower case: the parts between the stars, found from left to right. */
function matches(pattern: readonly string[], action: string): boolean {
  if (pattern.length === 1) return action === pattern[0];
  let at = 0;
  for (const [index, part] of pattern.entries()) {
    const last = index === pattern.length - 1;
    const found = last ? Math.max(action.length - part.length, at) : action.indexOf(part, at);
    if (found === -1 || (index === 0 && found !== 0) || !action.startsWith(part, found)) return false;
    at = found + part.length;
  }
  return at === action.length;
}

/** What a role grants of an action, permission object by permission object and pattern by pattern: the definition, and nothing else. */
function referenceOf(role: BuiltInRole, plane: Plane): (action: string) => Granted {
  const split = (patterns: readonly string[]) =>
    patterns.map((pattern) => pattern.trim().toLowerCase().split('*'));
  const objects = role.permissions.map((permission) => ({
    granted: split(plane === 'control' ? permission.actions : permission.dataActions),
    subtracted: split(plane === 'control' ? permission.notActions : permission.notDataActions),
    conditioned: permission.condition !== undefined,
  }));
  return (action) => {
    const granting = objects.filter(
      ({ granted, subtracted }) =>
        granted.some((pattern) => matches(pattern, action)) &&
        !subtracted.some((pattern) => matches(pattern, action)),
    );
    if (granting.length === 0) return 'never';
    return granting.every(({ conditioned }) => conditioned) ? 'on-condition' : 'always';
  };
}

describe('every built-in role and every known action', () => {
  it('are the same to the matrix and to the definition, in both planes', () => {
    const everything = [...known.control, ...known.data];
    const matrix = new RoleMatrix(roles, { control: everything, data: everything });
    const different: string[] = [];
    const counts = { always: 0, 'on-condition': 0, never: 0 };
    for (const plane of planes) {
      const actions = matrix.actions(plane);
      for (const [index, role] of roles.entries()) {
        const grants = referenceOf(role, plane);
        for (const [position, action] of actions.entries()) {
          const expected = grants(action);
          counts[expected]++;
          if (matrix.granted(plane, index, position) !== expected)
            different.push(`${role.roleName}: ${action}`);
        }
      }
    }
    expect(different).toEqual([]);
    expect(counts.always).toBeGreaterThan(100_000);
    expect(counts['on-condition']).toBeGreaterThan(25);
    expect(counts.always + counts['on-condition'] + counts.never).toBe(
      928 * matrix.actions('control').length * 2,
    );
  });
});

describe('the built-in roles', () => {
  const named = (roleName: string) => {
    const role = roles.find((one) => one.roleName === roleName);
    if (role === undefined) throw new Error(`no role ${roleName}`);
    return role;
  };

  it('that assign roles are 28, and three of them do so on no condition', () => {
    const writers = roles.flatMap((role) => {
      const privilege = classifyRole(role).privileges.find(({ rule }) => rule.id === 'assigns-roles');
      return privilege === undefined ? [] : [{ roleName: role.roleName, granted: privilege.granted }];
    });
    expect(writers.length).toBe(28);
    const free = writers.filter(({ granted }) => granted === 'always').map(({ roleName }) => roleName);
    expect(free.sort()).toEqual([
      'Owner',
      'Role Based Access Control Administrator',
      'User Access Administrator',
    ]);
  });

  it.each([
    ['Reader', 'Contributor', 'within'],
    ['Contributor', 'Owner', 'within'],
    ['Owner', 'Contributor', 'not-within'],
    ['Role Based Access Control Administrator', 'User Access Administrator', 'within'],
    ['Key Vault Secrets User', 'Key Vault Administrator', 'within'],
    ['Key Vault Secrets User', 'Owner', 'not-within'],
    ['Key Vault Data Access Administrator', 'User Access Administrator', 'not-within'],
    ['Storage Blob Data Reader', 'Storage Blob Data Contributor', 'within'],
  ])('%s compared with %s is %s', (role, other, verdict) => {
    expect(compareRoles(named(role), named(other)).verdict).toBe(verdict);
  });
});

describeWithShared('the roles in facts', 'corpus/rbac/role-definitions.json', (path) => {
  it('are the public ones', () => {
    const source = (JSON.parse(readFileSync(path, 'utf8')) as { name: string }[]).map((body) =>
      roleFrom({ ...body }),
    );
    const lists = (role: Pick<BuiltInRole, 'name' | 'roleName' | 'permissions'>) => ({
      name: role.name,
      roleName: role.roleName,
      permissions: role.permissions.map(({ condition, ...patterns }) => ({
        ...Object.fromEntries(Object.entries(patterns).map(([key, list]) => [key, [...list].sort()])),
        condition: condition?.text.trim(),
        version: condition?.version,
      })),
    });
    const sorted = source.map(lists).sort((a, b) => (a.name < b.name ? -1 : 1));
    expect(roles.map(lists)).toEqual(sorted);
  });
});
