import { describe, expect, it } from 'vitest';
import { ActionSet } from './action-set.ts';
import { describeActions } from './describe-actions.ts';

describe('actions in words', () => {
  it.each([
    [[], [], 'no action'],
    [['*'], [], 'all actions'],
    [['*/read'], [], 'every read'],
    [['Microsoft.Storage/*'], [], 'all actions of Microsoft.Storage'],
    [
      ['Microsoft.Storage/*'],
      ['microsoft.storage/storageAccounts/listKeys/action'],
      'all actions of Microsoft.Storage but storageAccounts/listKeys',
    ],
    [
      ['Microsoft.Storage/storageAccounts/*'],
      ['Microsoft.Storage/storageAccounts/listKeys/action'],
      'all actions of Microsoft.Storage/storageAccounts but listKeys',
    ],
    [
      ['*'],
      ['Microsoft.Authorization/*/write', 'Microsoft.Authorization/elevateAccess/action'],
      'all actions but every write below Microsoft.Authorization, Microsoft.Authorization/elevateAccess',
    ],
    [['Contoso.Shop/*/read'], [], 'every read below Contoso.Shop'],
    [
      ['Contoso.Shop/things/sell/action', 'Contoso.Shop/things/read'],
      [],
      'Contoso.Shop/things/read, Contoso.Shop/things/sell/action',
    ],
    [['Contoso.Shop/thin*'], [], 'Contoso.Shop/thin*'],
    [['*/things/*'], [], '*/things/*'],
    [
      ['Contoso.Shop/*', 'Fabrikam.Bank/*'],
      ['*/delete'],
      'all actions of Contoso.Shop but every delete; all actions of Fabrikam.Bank but every delete',
    ],
  ])('%j without %j', (patterns, except, words) => {
    expect(describeActions(ActionSet.of(patterns, except))).toBe(words);
  });

  it('are counted where there are many', () => {
    const names = Array.from({ length: 12 }, (_, index) => `Contoso.Shop/things${index}/read`);
    expect(describeActions(ActionSet.of(names), { namesMax: 2 })).toBe(
      'Contoso.Shop/things0/read, Contoso.Shop/things1/read, and 10 more',
    );
  });
});
