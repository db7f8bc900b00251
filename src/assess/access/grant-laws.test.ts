import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isAtLeast } from '../../kernel/index.ts';
import { assignmentOf, grantsIn, vault, webApp } from './grants.case.ts';

const names = ['Owner', 'Contributor', 'Reader', 'Key Vault Secrets User', 'User Access Administrator'];
const statements = fc.uniqueArray(
  fc.record({
    role: fc.constantFrom(...names),
    isAtVault: fc.boolean(),
    number: fc.integer({ min: 0, max: 9 }),
  }),
  { maxLength: 5, selector: ({ number }) => number },
);

function resourcesOf(stated: readonly { role: string; isAtVault: boolean; number: number }[]): object[] {
  return stated.map(({ role, isAtVault, number }) =>
    assignmentOf(role, {}, { name: `assignment-${number}`, ...(isAtVault ? {} : { scope: undefined }) }),
  );
}

const textsOf = (resources: readonly object[]) =>
  grantsIn([vault, webApp, ...resources]).map(({ text, severity }) => `${severity} ${text}`);

/** Upper case, but for what a person reads. */
function shout(resource: object): object {
  return JSON.parse(
    JSON.stringify(resource).replaceAll(
      'Microsoft.Authorization/roleAssignments',
      'MICROSOFT.AUTHORIZATION/ROLEASSIGNMENTS',
    ),
  ) as object;
}

describe('laws of grants', () => {
  it('hold whatever the order and the case', () => {
    fc.assert(
      fc.property(statements, (stated) => {
        const resources = resourcesOf(stated);
        const sorted = textsOf(resources).sort();
        expect(textsOf(resources.toReversed()).sort()).toEqual(sorted);
        expect(textsOf(resources.map(shout)).sort()).toEqual(sorted);
      }),
      { numRuns: 40 },
    );
  });

  it('hold that another assignment never takes a grant away, and a wider scope never makes it less grave', () => {
    fc.assert(
      fc.property(statements, fc.constantFrom(...names), (stated, role) => {
        const before = textsOf(resourcesOf(stated));
        const after = textsOf([...resourcesOf(stated), assignmentOf(role, {}, { name: 'one-more' })]);
        expect(after).toEqual(expect.arrayContaining(before));
        const [narrow] = grantsIn([vault, webApp, assignmentOf(role)]);
        const [wide] = grantsIn([webApp, assignmentOf(role, {}, { scope: undefined })]);
        expect(isAtLeast(wide?.severity ?? 'info', narrow?.severity ?? 'critical')).toBe(true);
      }),
      { numRuns: 40 },
    );
  });
});
