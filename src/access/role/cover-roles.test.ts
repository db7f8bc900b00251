import { describe, expect, it } from 'vitest';
import { coverRoles } from './cover-roles.ts';
import { roleWith } from './roles.case.ts';

const owner = roleWith('owner', { actions: ['*'] });
const reader = roleWith('reader', { actions: ['*/read'] });
const seller = roleWith('seller', {
  actions: ['Contoso.Shop/things/sell/action', 'Contoso.Shop/things/read'],
});
const opener = roleWith('opener', { dataActions: ['Contoso.Shop/things/*'] });
const delegate = roleWith('delegate', {
  actions: ['Contoso.Shop/keys/write'],
  condition: { text: 'x', version: '2.0' },
});
const costs = new Map([
  [owner, 1_000],
  [reader, 100],
  [seller, 2],
  [opener, 5],
  [delegate, 1],
]);
const cover = (control: readonly string[], data: readonly string[], roles = [...costs.keys()]) => {
  const result = coverRoles({ control, data }, roles, { costOf: (role) => costs.get(role) ?? 0 });
  return { ...result, names: result.chosen.map(({ role }) => role.roleName) };
};

describe('the roles for what is needed', () => {
  it('are the cheapest, not the fewest', () => {
    const { names, cost, isCheapest, uncovered } = cover(
      ['Contoso.Shop/things/sell/action', 'fabrikam.bank/accounts/READ'],
      ['Contoso.Shop/things/open/action'],
    );
    expect({ names, cost, isCheapest, uncovered }).toEqual({
      names: ['reader', 'seller', 'opener'],
      cost: 107,
      isCheapest: true,
      uncovered: [],
    });
  });

  it('say what each is there for', () => {
    expect(cover(['Contoso.Shop/things/read'], ['Contoso.Shop/things/*']).chosen).toEqual([
      { role: seller, covers: [{ plane: 'control', action: 'Contoso.Shop/things/read' }] },
      { role: opener, covers: [{ plane: 'data', action: 'Contoso.Shop/things/*' }] },
    ]);
  });

  it('never rest on a condition', () => {
    const roles = [reader, seller, opener, delegate];
    const { names, uncovered } = cover(['Contoso.Shop/keys/write', '*/read'], ['Fabrikam.Bank/x'], roles);
    expect(names).toEqual(['reader']);
    expect(uncovered).toEqual([
      { plane: 'control', action: 'Contoso.Shop/keys/write', onCondition: [delegate] },
      { plane: 'data', action: 'Fabrikam.Bank/x', onCondition: [] },
    ]);
  });

  it('are none when nothing is needed', () => {
    expect(cover([], [])).toMatchObject({ chosen: [], cost: 0, isCheapest: true, uncovered: [] });
  });
});
