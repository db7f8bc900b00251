import { describe, expect, it } from 'vitest';
import { textOfValue, Unknown } from '../kernel/index.ts';
import { evaluateText, expandTemplate } from './expand-for-test.ts';

const target = { subscriptionId: 's', resourceGroup: 'g' };
const inGroup = '/subscriptions/s/resourceGroups/g';

/** The ids of the vault and of the lock on it, whose scope is written as given. */
function idsOf(name: string, scope: string): string[] {
  const { resources } = expandTemplate(
    {
      parameters: { p: { type: 'string' } },
      resources: [
        { type: 'Microsoft.KeyVault/vaults', apiVersion: '2023-07-01', name },
        { type: 'Microsoft.Authorization/locks', apiVersion: '2020-05-01', name: 'keep', scope },
      ],
    },
    { target },
  );
  return resources.map(({ id }) => textOfValue(id));
}

describe('an extension resource', () => {
  it.each([
    ['v', 'Microsoft.KeyVault/vaults/v'],
    ['v', "[concat('Microsoft.KeyVault/vaults/', 'v')]"],
  ])('stands below what its relative scope names: %s, %s', (name, scope) => {
    const [vault, lock] = idsOf(name, scope);
    expect(lock).toBe(`${vault}/providers/Microsoft.Authorization/locks/keep`);
  });

  it.each([
    ["[parameters('p')]", "[concat('Microsoft.KeyVault/vaults/', parameters('p'))]"],
    ["[parameters('p')]", "[format('Microsoft.KeyVault/vaults/{0}', parameters('p'))]"],
    [
      "[concat('kv-', parameters('p'))]",
      "[concat('Microsoft.KeyVault/vaults/', concat('kv-', parameters('p')))]",
    ],
    ["[parameters('p')]", "[resourceId('Microsoft.KeyVault/vaults', parameters('p'))]"],
  ])('has an id with the id of what it extends, though the name is not known: %s, %s', (name, scope) => {
    const [vault, lock] = idsOf(name, scope);
    expect(vault).toContain("vaults/{0}'");
    expect(lock).toContain(vault!.slice(1, -1));
  });

  it.each([
    "[concat('Microsoft.KeyVault/vaults/', parameters('p'), '-x')]",
    "[concat('Microsoft.KeyVault/', parameters('p'))]",
    "[concat('Microsoft.KeyVault/vaults/v/secrets/', parameters('p'))]",
    "[parameters('p')]",
  ])('is not told to extend a resource of another name: %s', (scope) => {
    const [vault, lock] = idsOf("[parameters('p')]", scope);
    expect(lock).not.toContain(vault!.slice(1, -1));
  });
});

describe('an existing resource', () => {
  const idOf = (place: object) =>
    evaluateText(
      "[reference('it').it]",
      {
        languageVersion: '2.0',
        resources: {
          it: { existing: true, type: 'A.B/c', apiVersion: '2024-01-01', name: 'x', ...place },
        },
      },
      { target },
    );
  const nameOf = (place: object) => {
    const value = idOf(place);
    return value instanceof Unknown ? value.causes.map(({ name }) => name) : [];
  };

  it.each([
    [{}, `${inGroup}/providers/A.B/c/x`],
    [{ resourceGroup: 'h' }, '/subscriptions/s/resourceGroups/h/providers/A.B/c/x'],
    [{ subscriptionId: 't', resourceGroup: 'h' }, '/subscriptions/t/resourceGroups/h/providers/A.B/c/x'],
    [{ subscriptionId: 't' }, '/subscriptions/t/providers/A.B/c/x'],
    [{ scope: '/' }, '/providers/A.B/c/x'],
  ])('is where it says, and its run-time state is told by its id: %o', (place, id) => {
    expect(nameOf(place)).toEqual([`reference('${id}')`]);
  });

  it('is told by its symbolic name while its own is not known', () => {
    expect(nameOf({ name: '[newGuid()]' })).toEqual(["reference('it')"]);
  });
});
