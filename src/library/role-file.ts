import { join } from 'node:path';
import { type Diagnostic, fold } from '../kernel/index.ts';
import { readFactsFile } from './read-facts-file.ts';
import { decodeSegmentList, encodeSegmentList } from './segment-list.ts';

/** How the community classifies what a role or permission can do: control, management or workload and user access. */
export type AccessTier = 'control' | 'management' | 'user';

/** One permission object: `actions`, `notActions`, `dataActions`, `notDataActions`, with empty ones at the end left out; then its condition. */
type PackedPermission = readonly [lists: readonly string[], condition?: string, version?: string];

/** A role as `facts/roles.json` holds it. */
export type PackedRole = readonly [
  guid: string,
  roleName: string,
  tier: string,
  isPrivileged: 0 | 1,
  ...permissions: PackedPermission[],
];

/** A permission object of a built-in role. */
export interface BuiltInPermission {
  readonly actions: readonly string[];
  readonly notActions: readonly string[];
  readonly dataActions: readonly string[];
  readonly notDataActions: readonly string[];
  readonly condition?: { readonly text: string; readonly version: string } | undefined;
}

/** A built-in role of Azure: a role definition with what is known of it besides. */
export interface BuiltInRole {
  readonly id: string;
  /** The GUID, folded. */
  readonly name: string;
  readonly roleName: string;
  readonly type: 'built-in';
  readonly assignableScopes: readonly string[];
  readonly permissions: readonly BuiltInPermission[];
  /** Absent when nobody has classified it. */
  readonly tier?: AccessTier | undefined;
  /** Whether Microsoft marks it as privileged. */
  readonly isPrivileged: boolean;
}

/** The built-in roles of Azure; one is unpacked when it is asked for. */
export interface BuiltInRoles {
  readonly count: number;
  /** By its GUID, in any case. */
  find(guid: string): BuiltInRole | undefined;
  /** By the name people use, in any case. */
  named(roleName: string): BuiltInRole | undefined;
  all(): readonly BuiltInRole[];
  readonly diagnostics: readonly Diagnostic[];
}

/** The built-in roles in a facts folder. */
export function loadRoles(folder: string): BuiltInRoles {
  const { file, diagnostics } = readFactsFile<{ roles: readonly PackedRole[] }>(
    join(folder, 'roles.json'),
    'roles',
  );
  const packed = file?.roles ?? [];
  const byGuid = new Map(packed.map((role) => [role[0], role]));
  const byName = new Map(packed.map((role) => [fold(role[1]), role[0]]));
  const unpacked = new Map<string, BuiltInRole>();
  const find = (guid: string) => {
    const key = fold(guid);
    const known = unpacked.get(key);
    const role = byGuid.get(key);
    if (known !== undefined || role === undefined) return known;
    const fresh = unpackRole(role);
    unpacked.set(key, fresh);
    return fresh;
  };
  return {
    count: packed.length,
    find,
    named: (roleName) => find(byName.get(fold(roleName)) ?? ''),
    all: () => packed.flatMap(([guid]) => find(guid) ?? []),
    diagnostics,
  };
}

/** Packs a role for the file. */
export function packRole(role: Omit<BuiltInRole, 'id' | 'type' | 'assignableScopes'>): PackedRole {
  const permissions = role.permissions.map((permission): PackedPermission => {
    const { actions, notActions, dataActions, notDataActions, condition } = permission;
    const lists = [actions, notActions, dataActions, notDataActions].map(encodeSegmentList);
    while (lists.at(-1) === '') lists.pop();
    return condition === undefined ? [lists] : [lists, condition.text, condition.version];
  });
  return [role.name, role.roleName, packTier(role.tier), role.isPrivileged ? 1 : 0, ...permissions];
}

/** Reads what {@link packRole} wrote. */
export function unpackRole([guid, roleName, tier, isPrivileged, ...permissions]: PackedRole): BuiltInRole {
  return {
    id: `/providers/Microsoft.Authorization/roleDefinitions/${guid}`,
    name: guid,
    roleName,
    type: 'built-in',
    assignableScopes: ['/'],
    permissions: permissions.map(([lists, text, version = '']) => ({
      actions: decodeSegmentList(lists[0] ?? ''),
      notActions: decodeSegmentList(lists[1] ?? ''),
      dataActions: decodeSegmentList(lists[2] ?? ''),
      notDataActions: decodeSegmentList(lists[3] ?? ''),
      ...(text === undefined ? {} : { condition: { text, version } }),
    })),
    tier: unpackTier(tier),
    isPrivileged: isPrivileged === 1,
  };
}

const tiers: readonly AccessTier[] = ['control', 'management', 'user'];

/** The first letter of a tier; empty when there is none. */
export function packTier(tier: AccessTier | undefined): string {
  return tier?.slice(0, 1) ?? '';
}

/** Reads what {@link packTier} wrote. */
export function unpackTier(letter: string): AccessTier | undefined {
  return tiers.find((tier) => tier.startsWith(letter) && letter !== '');
}
