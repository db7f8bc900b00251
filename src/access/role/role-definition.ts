/** The two planes of Azure: actions on the management API, and actions on the data inside a resource. No pattern of one grants the other. */
export type Plane = 'control' | 'data';

/** A condition of a permission object or of a role assignment, as its author wrote it. */
export interface RoleCondition {
  readonly text: string;
  /** `1.0`, `2.0`, or empty when the source states none. */
  readonly version: string;
  /** The source leaves conditions out: whether there is one, and which, is not known. Then there is no text. */
  readonly isUnseen?: boolean | undefined;
}

/** What one permission object of a role states; `notActions` and `notDataActions` are subtracted from the same object only. */
export interface RolePermission {
  readonly actions: readonly string[];
  readonly notActions: readonly string[];
  readonly dataActions: readonly string[];
  readonly notDataActions: readonly string[];
  readonly condition?: RoleCondition | undefined;
}

/** A role definition (articles/role-based-access-control/role-definitions.md), of Azure or, with directory actions, of Microsoft Entra ID. */
export interface RoleDefinition {
  /** As the source spells it: a resource id, or the GUID alone. */
  readonly id: string;
  /** The GUID that role assignments name, folded. */
  readonly name: string;
  /** As people call it. */
  readonly roleName: string;
  readonly type: 'built-in' | 'custom';
  readonly assignableScopes: readonly string[];
  readonly permissions: readonly RolePermission[];
  /** The GUIDs, folded, of the directory roles whose permissions this one has too. */
  readonly inherits?: readonly string[] | undefined;
}
