import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { compareRoles } from './compare-roles.ts';
import { grantOfAction } from './role-grants.ts';
import { roleWith, someActions, someRole } from './roles.case.ts';

it('a role is within itself, and within itself with more', () => {
  fc.assert(
    fc.property(someRole, someRole, (role, more) => {
      expect(compareRoles(role, role).verdict).toBe('within');
      const both = roleWith('both', ...role.permissions, ...more.permissions);
      expect(compareRoles(role, both).verdict).toBe('within');
    }),
  );
});

it('agrees with the grants of each action', () => {
  fc.assert(
    fc.property(someRole, someRole, (role, other) => {
      const { verdict, missing } = compareRoles(role, other);
      for (const plane of ['control', 'data'] as const) {
        for (const action of someActions) {
          const own = grantOfAction(role, action, plane).granted;
          const others = grantOfAction(other, action, plane).granted;
          expect(missing[plane].has(action)).toBe(own !== 'never' && others === 'never');
          if (verdict === 'within' && own === 'always') expect(others).toBe('always');
        }
      }
    }),
  );
});
