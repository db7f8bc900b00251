import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { actionsOfRole, grantOfAction } from './role-grants.ts';
import { RoleMatrix } from './role-matrix.ts';
import { roleWith, someActions, someRole } from './roles.case.ts';

const planes = ['control', 'data'] as const;

describe('the matrix of roles and actions', () => {
  it('says of each role what the role says', () => {
    fc.assert(
      fc.property(fc.array(someRole, { maxLength: 3 }), (roles) => {
        const matrix = new RoleMatrix(roles, { control: someActions, data: someActions });
        for (const plane of planes) {
          for (const [index, role] of roles.entries()) {
            const cells = matrix.actions(plane).map((_, action) => matrix.granted(plane, index, action));
            const grants = matrix.actions(plane).map((action) => grantOfAction(role, action, plane).granted);
            expect(cells).toEqual(grants);
            expect(matrix.count(plane, index)).toBe(grants.filter((granted) => granted !== 'never').length);
          }
        }
      }),
    );
  });

  it('says of each action which roles have it', () => {
    const reader = roleWith('reader', { actions: ['*/read'] });
    const guarded = roleWith('guarded', { actions: ['*'], condition: { text: 'x', version: '2.0' } });
    const opener = roleWith('opener', { dataActions: ['Contoso.Shop/things/read'] });
    const matrix = new RoleMatrix([reader, guarded, opener], { control: someActions, data: someActions });
    expect(matrix.rolesWith('CONTOSO.shop/things/read ')).toEqual([reader, guarded]);
    expect(matrix.rolesWith('Contoso.Shop/things/write')).toEqual([guarded]);
    expect(matrix.rolesWith('Contoso.Shop/things/read', 'data')).toEqual([opener]);
    expect(matrix.rolesWith('Contoso.Shop/things/paint')).toBeUndefined();
    expect(matrix.granted('control', 1, 0)).toBe('on-condition');
    expect(matrix.granted('control', 7, 0)).toBe('never');
    expect(matrix.count('control', 7)).toBe(0);
  });
});

describe('the actions of a role', () => {
  it('are those that it grants, one by one', () => {
    fc.assert(
      fc.property(someRole, (role) => {
        for (const plane of planes) {
          const always = actionsOfRole(role, plane, 'always');
          const atMost = actionsOfRole(role, plane, 'at-most');
          for (const action of someActions) {
            const { granted, permissions, conditions } = grantOfAction(role, action, plane);
            expect(always.has(action)).toBe(granted === 'always');
            expect(atMost.has(action)).toBe(granted !== 'never');
            expect(permissions.length > 0).toBe(granted !== 'never');
            expect(conditions.length > 0).toBe(granted === 'on-condition');
          }
        }
      }),
    );
  });

  it('only grow with another permission object', () => {
    fc.assert(
      fc.property(someRole, someRole, (role, more) => {
        const both = { ...role, permissions: [...role.permissions, ...more.permissions] };
        for (const plane of planes)
          expect(actionsOfRole(both, plane, 'always').includes(actionsOfRole(role, plane, 'always'))).toBe(
            true,
          );
      }),
    );
  });
});
