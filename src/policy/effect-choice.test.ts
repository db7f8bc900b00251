import { expect, it } from 'vitest';
import type { Value } from '../kernel/index.ts';
import { compilePolicy } from './compile-policy.ts';
import { canHaveEffect } from './effect-choice.ts';

function policy(effect: string, allowedValues?: readonly Value[]) {
  const { policy: bound } = compilePolicy({
    mode: 'All',
    parameters:
      allowedValues === undefined ? {} : { effect: { type: 'String', defaultValue: effect, allowedValues } },
    policyRule: {
      if: { field: 'name', exists: true },
      then: {
        effect: allowedValues === undefined ? effect : "[parameters('effect')]",
        details: { type: 'Microsoft.Insights/diagnosticSettings' },
      },
    },
  } as never);
  if (bound === undefined) throw new Error('the policy cannot be put in force');
  return bound;
}

it.each<[string, readonly Value[] | undefined, string, boolean]>([
  ['Audit', ['Audit', 'Deny', 'Disabled'], 'deny', true],
  ['Audit', ['Audit', 'Disabled'], 'Deny', false],
  ['audit', undefined, 'Deny', true],
  ['audit', undefined, 'Disabled', true],
  ['audit', undefined, 'DeployIfNotExists', false],
  ['auditIfNotExists', undefined, 'DeployIfNotExists', true],
  ['auditIfNotExists', undefined, 'deny', false],
  ['append', undefined, 'modify', false],
  ['audit', undefined, 'forbid', false],
])('a policy with %s of %j can have %s: %s', (effect, allowed, wanted, expected) => {
  expect(canHaveEffect(policy(effect, allowed), wanted)).toBe(expected);
});
