import { join } from 'node:path';
import { type Diagnostic, fold } from '../kernel/index.ts';
import { readFactsFile } from './read-facts-file.ts';
import { type AccessTier, packTier, unpackTier } from './role-file.ts';
import { decodeSegmentList, encodeSegmentList } from './segment-list.ts';

/** A built-in role of Microsoft Entra ID. */
export interface DirectoryRole {
  /** The GUID of its template, folded. */
  readonly name: string;
  readonly roleName: string;
  readonly tier?: AccessTier | undefined;
  /** Whether Microsoft marks it as privileged. */
  readonly isPrivileged: boolean;
  /** Whether people can be assigned to it; the others are given by Microsoft's services themselves. */
  readonly isAssignable: boolean;
  /** The GUIDs of the roles whose actions it has too, besides `actions`. */
  readonly inherits: readonly string[];
  readonly actions: readonly string[];
}

/** A directory role as the file holds it. */
export type PackedDirectoryRole = readonly [
  guid: string,
  roleName: string,
  tier: string,
  isPrivileged: 0 | 1,
  isAssignable: 0 | 1,
  inherits: readonly string[],
  actions: string,
];

/** `facts/directory-roles.json`: the roles, and the tier of each action that has one. */
export interface DirectoryRoleFile {
  readonly roles: readonly PackedDirectoryRole[];
  /** Lists of actions by the letter of their tier. */
  readonly tiers: Readonly<Record<string, string>>;
}

/** The directory roles of a facts folder. */
export interface DirectoryRoles {
  readonly roles: readonly DirectoryRole[];
  /** By the GUID of its template, in any case. */
  find(guid: string): DirectoryRole | undefined;
  tierOfAction(action: string): AccessTier | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** Loads the built-in roles of Microsoft Entra ID. */
export function loadDirectoryRoles(folder: string): DirectoryRoles {
  const path = join(folder, 'directory-roles.json');
  const { file, diagnostics } = readFactsFile<DirectoryRoleFile>(path, 'roles');
  const roles = (file?.roles ?? []).map(unpackDirectoryRole);
  const byGuid = new Map(roles.map((role) => [role.name, role]));
  const tierOf = new Map<string, AccessTier | undefined>();
  for (const [letter, actions] of Object.entries(file?.tiers ?? {}))
    for (const action of decodeSegmentList(actions)) tierOf.set(fold(action), unpackTier(letter));
  return {
    roles,
    find: (guid) => byGuid.get(fold(guid)),
    tierOfAction: (action) => tierOf.get(fold(action)),
    diagnostics,
  };
}

/** Packs a directory role for the file. */
export function packDirectoryRole(role: DirectoryRole): PackedDirectoryRole {
  return [
    role.name,
    role.roleName,
    packTier(role.tier),
    role.isPrivileged ? 1 : 0,
    role.isAssignable ? 1 : 0,
    role.inherits,
    encodeSegmentList(role.actions),
  ];
}

function unpackDirectoryRole(packed: PackedDirectoryRole): DirectoryRole {
  const [name, roleName, tier, isPrivileged, isAssignable, inherits, actions] = packed;
  return {
    name,
    roleName,
    tier: unpackTier(tier),
    isPrivileged: isPrivileged === 1,
    isAssignable: isAssignable === 1,
    inherits,
    actions: decodeSegmentList(actions),
  };
}
