import { describe, expect, it } from 'vitest';
import { describeActions } from '../pattern/index.ts';
import { classifyRole } from './classify-role.ts';
import { privilegeRules } from './privilege-rule.ts';
import { roleWith } from './roles.case.ts';

const condition = { text: 'x', version: '2.0' };

describe('the class of a role', () => {
  it('is the gravest of its privileges', () => {
    const role = roleWith(
      'r',
      { actions: ['Microsoft.Compute/*', '*/read'] },
      { actions: ['Microsoft.Authorization/roleAssignments/*'], condition },
    );
    const { tier, tierAtMost, privileges } = classifyRole(role);
    expect({ tier, tierAtMost }).toEqual({ tier: 'management', tierAtMost: 'control' });
    expect(privileges.map(({ rule, granted, conditions }) => [rule.id, granted, conditions.length])).toEqual([
      ['assigns-roles', 'on-condition', 1],
      ['removes-guards', 'on-condition', 1],
      ['runs-code', 'always', 0],
    ]);
    expect(privileges[0] && describeActions(privileges[0].actions)).toBe(
      'Microsoft.Authorization/roleAssignments/write',
    );
  });

  it('is none for what no rule names', () => {
    expect(classifyRole(roleWith('Owner', { actions: ['*/read'] }))).toEqual({
      tier: 'none',
      tierAtMost: 'none',
      privileges: [],
    });
  });

  it('does not mix the planes', () => {
    const secrets = ['Microsoft.KeyVault/vaults/secrets/*'];
    expect(classifyRole(roleWith('r', { actions: secrets })).tier).toBe('none');
    expect(classifyRole(roleWith('r', { dataActions: secrets })).tier).toBe('data');
  });

  it('follows the rules given', () => {
    const rule = {
      id: 'sells',
      tier: 'data',
      plane: 'control',
      actions: ['Contoso.Shop/*/sell/action'],
      means: 'sell',
    } as const;
    const role = roleWith('r', { actions: ['Contoso.Shop/things/sell/*', 'Microsoft.Authorization/*'] });
    expect(classifyRole(role, [rule])).toMatchObject({ tier: 'data', privileges: [{ granted: 'always' }] });
  });

  it('has rules with ids of their own', () => {
    expect(new Set(privilegeRules.map(({ id }) => id)).size).toBe(privilegeRules.length);
    expect(privilegeRules.filter(({ actions }) => actions.length === 0)).toEqual([]);
  });
});
