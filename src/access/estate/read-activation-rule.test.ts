import { describe, expect, it } from 'vitest';
import { activationWords } from '../question/answer-text.ts';
import { activationRules } from './activation-rules.ts';
import { readActivationRule, readPolicyLink } from './read-activation-rule.ts';

const policyId = '/subscriptions/s/providers/Microsoft.Authorization/roleManagementPolicies/p';
const roleDefinitionId = '/subscriptions/s/providers/Microsoft.Authorization/roleDefinitions/R';

describe('the rules of activation', () => {
  it('are those for an end user who activates, not those for an administrator', () => {
    const rule = readActivationRule(
      {
        properties: {
          rules: [
            { id: 'Enablement_Admin_Assignment', enabledRules: ['Ticketing'] },
            { id: 'Enablement_EndUser_Assignment', enabledRules: ['MultiFactorAuthentication'] },
            { id: 'AuthenticationContext_EndUser_Assignment', isEnabled: true, claimValue: 'c1' },
            { id: 'Expiration_EndUser_Assignment', maximumDuration: 'PT1H' },
            { id: 'Expiration_Admin_Eligibility', maximumDuration: 'P365D' },
          ],
        },
      },
      policyId,
    );
    expect(rule).toMatchObject({
      needsMfa: true,
      needsTicket: false,
      needsApproval: false,
      durationMax: 'PT1H',
    });
    expect(activationWords(rule)).toBe(
      'multifactor authentication, authentication context c1; for PT1H at most',
    );
  });

  it('of the directory name approvers by what they are', () => {
    const rule = readActivationRule(
      {
        rules: [
          {
            id: 'Approval_EndUser_Assignment',
            setting: {
              isApprovalRequired: true,
              approvalStages: [{ primaryApprovers: [{ userId: 'u' }, { groupId: 'g' }] }],
            },
          },
        ],
      },
      policyId,
    );
    expect(rule?.approvers).toEqual(['u', 'g']);
    expect(activationWords(rule)).toBe('approval by u or g');
    expect(activationWords(rule && { ...rule, approvers: [] })).toBe(
      'approval by an administrator of the role',
    );
  });

  it('hold for one role at one scope, be they in the link or in the policy', () => {
    const link = readPolicyLink(
      { properties: { policyId, roleDefinitionId, scope: '/subscriptions/S' } },
      'x',
    );
    const rule = readActivationRule({ properties: { rules: [{ id: 'other' }] } }, policyId);
    if (link === undefined || rule === undefined) throw new Error('not read');
    const rules = activationRules([link], new Map([[policyId.toLowerCase(), rule]]));
    expect(rules.of('r', '/subscriptions/s')).toBe(rule);
    expect(rules.of('r', '/subscriptions/s/resourceGroups/g')).toBeUndefined();
    expect(activationRules([link], new Map()).of('r', '/subscriptions/s')).toBeUndefined();
  });

  it('are not made up where a policy states none', () => {
    expect(readActivationRule({ properties: { scope: '/' } }, policyId)).toBeUndefined();
    expect(activationWords(undefined)).toBe('what it takes was not seen');
  });
});
