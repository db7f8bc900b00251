import { expect, it } from 'vitest';
import { estatePolicy } from './estate-report.case.ts';
import { nobodyFirst, ownerName, policyName, scopeName } from './posture-text.ts';

const failing = { critical: 0, high: 0, medium: 0, low: 0, info: 0 };

it('names policies, owners and scopes as people do', () => {
  expect(policyName(estatePolicy('p', 'Shown'))).toBe('Shown');
  expect(policyName(estatePolicy('p', ''))).toBe('p');
  expect([ownerName(''), ownerName('shop')]).toEqual(['nobody', 'shop']);
  expect(
    [
      '/providers/Microsoft.Management/managementGroups/corp',
      '/PROVIDERS/microsoft.management/managementgroups/Corp',
      '/subscriptions/s/resourceGroups/rg',
      '/providers/Microsoft.Management/managementGroups/corp/more',
      '',
    ].map(scopeName),
  ).toEqual([
    'corp',
    'Corp',
    '/subscriptions/s/resourceGroups/rg',
    '/providers/Microsoft.Management/managementGroups/corp/more',
    '',
  ]);
});

it('puts what nobody owns first, and leaves it out when it is nothing', () => {
  const of = (owner: string, weight: number) => ({ owner, resources: weight, failing, weight });
  const named = (owners: ReturnType<typeof of>[]) => nobodyFirst(owners).map(({ owner }) => owner);
  expect(named([of('b', 9), of('a', 5), of('', 1)])).toEqual(['', 'b', 'a']);
  expect(named([of('b', 9), of('', 0)])).toEqual(['b']);
});
