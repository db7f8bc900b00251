import * as fc from 'fast-check';
import type { RoleDefinition, RolePermission } from './role-definition.ts';

/** A role of these permission objects; lists that are not stated are empty. */
export function roleWith(
  roleName: string,
  ...permissions: readonly Partial<RolePermission>[]
): RoleDefinition {
  return {
    id: roleName,
    name: roleName,
    roleName,
    type: 'custom',
    assignableScopes: ['/'],
    permissions: permissions.map((permission) => ({
      actions: [],
      notActions: [],
      dataActions: [],
      notDataActions: [],
      ...permission,
    })),
  };
}

/** The actions that the patterns of {@link someRole} are about. */
export const someActions: readonly string[] = ['Shop', 'Bank'].flatMap((provider) =>
  ['read', 'things/read', 'things/write', 'things/orders/read', 'things/orders/write', 'thin/write'].map(
    (rest) => `Contoso.${provider}/${rest}`,
  ),
);

const pattern = fc.oneof(
  fc.constantFrom(...someActions),
  fc.constantFrom('*', '*/read', 'Contoso.Shop/*', 'Contoso.*', 'contoso.shop/*/READ', 'Contoso.Shop/thin*'),
  fc.constantFrom('*/things/*', 'Contoso.Bank/things/* ', 'Contoso.Bank/*/write', '*o*/w*e'),
);

const patterns = fc.array(pattern, { maxLength: 3 });

/** Roles of up to three permission objects, some of them with a condition. */
export const someRole: fc.Arbitrary<RoleDefinition> = fc
  .array(
    fc.record({
      actions: patterns,
      notActions: patterns,
      dataActions: patterns,
      notDataActions: patterns,
      condition: fc.option(
        fc.constantFrom('x', 'y').map((text) => ({ text, version: '2.0' })),
        { nil: undefined },
      ),
    }),
    { maxLength: 3 },
  )
  .map((permissions) => roleWith('some', ...permissions));
