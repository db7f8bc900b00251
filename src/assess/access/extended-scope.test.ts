import { describe, expect, it } from 'vitest';
import { Unknown } from '../../kernel/index.ts';
import { extendedScope } from './extended-scope.ts';

const type = 'Microsoft.Authorization/roleAssignments';
const group =
  "format('/subscriptions/{0}/resourceGroups/{1}', subscription().subscriptionId, resourceGroup().name)";
const scopeOf = (id: string | Unknown) => extendedScope(id, type);
const unknown = (expression: string) => new Unknown(expression, { type: 'string' });

describe('extendedScope', () => {
  it.each([
    ['/subscriptions/s/providers/Microsoft.Authorization/roleAssignments/a', '/subscriptions/s'],
    ['/subscriptions/s/PROVIDERS/microsoft.authorization/ROLEASSIGNMENTS/a', '/subscriptions/s'],
    ['/providers/Microsoft.Authorization/roleAssignments/a', '/'],
    [
      '/subscriptions/s/resourceGroups/g/providers/Microsoft.KeyVault/vaults/kv/providers/Microsoft.Authorization/roleAssignments/a',
      '/subscriptions/s/resourceGroups/g/providers/Microsoft.KeyVault/vaults/kv',
    ],
  ])('of %s is %s', (id, scope) => {
    expect(scopeOf(id).id).toBe(scope);
  });

  it('is the expression that composes it, where parts are not known', () => {
    const vault = `format('{0}/providers/Microsoft.KeyVault/vaults/kv', ${group})`;
    const scope = scopeOf(unknown(`format('{0}/providers/${type}/{1}', ${vault}, guid('a'))`));
    expect(scope).toEqual({ key: vault, id: undefined, type: 'Microsoft.KeyVault/vaults', name: 'kv' });
  });

  it('is known, where only the name of the extension is not', () => {
    expect(scopeOf(unknown(`format('/subscriptions/s/providers/${type}/{0}', newGuid())`)).id).toBe(
      '/subscriptions/s',
    );
    expect(scopeOf(unknown(`format('/providers/${type}/{0}', newGuid())`)).id).toBe('/');
  });

  it('keeps the parts that are used in it, and no others', () => {
    const id = `format('/subscriptions/{0}/resourceGroups/{1}/providers/${type}/{2}', subscription().subscriptionId, parameters('group'), newGuid())`;
    expect(scopeOf(unknown(id)).key).toBe(
      "format('/subscriptions/{0}/resourceGroups/{1}', subscription().subscriptionId, parameters('group'))",
    );
  });

  it.each([["variables('id')"], ["concat('/subscriptions/', newGuid())"], ['…']])(
    'is not known of %s',
    (expression) => {
      expect(scopeOf(unknown(expression))).toEqual({ key: '', id: undefined, type: '', name: '' });
    },
  );
});
