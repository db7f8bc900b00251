// Writes facts/{roles,actions,directory-roles,app-roles}.json from ../shared/corpus: npx tsx scripts/facts-roles.ts
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { packDirectoryRole } from '../src/library/directory-role-file.ts';
import { type AccessTier, packRole, packTier } from '../src/library/role-file.ts';
import { encodeSegmentList } from '../src/library/segment-list.ts';

const corpus = fileURLToPath(new URL('../../shared/corpus/', import.meta.url));
const facts = fileURLToPath(new URL('../facts/', import.meta.url));

interface SourcePermission {
  readonly actions: readonly string[];
  readonly notActions: readonly string[];
  readonly dataActions: readonly string[];
  readonly notDataActions: readonly string[];
  readonly condition: string | null;
  readonly conditionVersion: string | null;
}

interface SourceRole {
  readonly name: string;
  readonly roleName: string;
  readonly permissions: readonly SourcePermission[];
}

interface TieredRole {
  readonly RoleId: string;
  readonly RoleName: string;
  readonly isPrivileged: boolean;
  readonly AssignmentMode: string | null;
  readonly InheritsPermissionsFrom: readonly string[] | null;
  readonly RolePermissions: readonly {
    /** Null for the roles that have none. */
    readonly AuthorizedResourceAction: string | null;
    readonly EAMTierLevelName: string;
  }[];
  readonly Classification: { readonly EAMTierLevelName?: string } | null;
}

interface SourceAppRole {
  readonly AppId: string;
  readonly AppRoleId: string;
  readonly AppRoleDisplayName: string;
  readonly EAMTierLevelName: string;
}

type Routes = Record<string, Record<string, Record<string, { readonly isDataAction?: boolean }>>>;

function read<Source>(path: string): Source {
  return JSON.parse(readFileSync(join(corpus, path), 'utf8'));
}

const tierNames: Readonly<Record<string, AccessTier>> = {
  ControlPlane: 'control',
  ManagementPlane: 'management',
  UserAccess: 'user',
};

function tierOf(name: string | undefined): AccessTier | undefined {
  return tierNames[name ?? ''];
}

/** One entry a line: a change of one shows as a change of one. */
function write(file: string, head: string, lines: readonly string[], tail: string): void {
  const text = `${head}\n${lines.join(',\n')}\n${tail}\n`;
  writeFileSync(join(facts, file), text);
  console.log(`${file}: ${lines.length} lines, ${text.length} bytes`);
}

function entryLine([key, value]: readonly [string, unknown]): string {
  return `${JSON.stringify(key)}:${JSON.stringify(value)}`;
}

const roles = read<readonly SourceRole[]>('rbac/role-definitions.json');

function writeRoles(): void {
  const tiered = new Map(
    read<readonly TieredRole[]>('rbac/role-tiers.json').map((role) => [role.RoleId, role]),
  );
  const lines = [...roles]
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ name, roleName, permissions }) =>
      JSON.stringify(
        packRole({
          name: name.toLowerCase(),
          roleName,
          tier: tierOf(tiered.get(name)?.Classification?.EAMTierLevelName),
          isPrivileged: tiered.get(name)?.isPrivileged === true,
          permissions: permissions.map(({ condition, conditionVersion, ...lists }) => ({
            ...lists,
            ...(condition === null
              ? {}
              : { condition: { text: condition, version: conditionVersion ?? '' } }),
          })),
        }),
      ),
    );
  write('roles.json', '{"roles":[', lines, ']}');
}

/** The actions that routes need, and those that roles name one by one. */
function writeActions(): void {
  const planes = { control: new Set<string>(), data: new Set<string>() };
  for (const paths of Object.values(read<Routes>('rbac/operations.json')))
    for (const actions of Object.values(paths))
      for (const [action, { isDataAction }] of Object.entries(actions))
        planes[isDataAction === true ? 'data' : 'control'].add(action.trim().toLowerCase());
  const add = (plane: Set<string>, patterns: readonly string[]) => {
    for (const pattern of patterns)
      if (/^[^/*]+\/[^*]*[^/*]\s*$/.test(pattern)) plane.add(pattern.trim().toLowerCase());
  };
  for (const { actions, notActions, dataActions, notDataActions } of roles.flatMap(
    (role) => role.permissions,
  )) {
    add(planes.control, [...actions, ...notActions]);
    add(planes.data, [...dataActions, ...notDataActions]);
  }
  const namespaceOf = (action: string) => action.slice(0, action.indexOf('/'));
  const namespaces = [...new Set([...planes.control, ...planes.data].map(namespaceOf))].sort();
  const within = (plane: Set<string>, namespace: string) =>
    encodeSegmentList(
      [...plane]
        .filter((action) => action.startsWith(`${namespace}/`))
        .map((action) => action.slice(namespace.length + 1)),
    );
  const lines = namespaces.map((namespace) =>
    entryLine([namespace, [within(planes.control, namespace), within(planes.data, namespace)]]),
  );
  write('actions.json', '{"namespaces":{', lines, '}}');
  console.log(`  ${planes.control.size} actions of the control plane, ${planes.data.size} of the data plane`);
}

function writeDirectoryRoles(): void {
  const directory = read<readonly TieredRole[]>('entra/directory-roles.json');
  const tiers = new Map<string, Set<string>>();
  for (const { AuthorizedResourceAction: action, EAMTierLevelName } of directory.flatMap(
    (role) => role.RolePermissions,
  )) {
    const letter = packTier(tierOf(EAMTierLevelName));
    if (action !== null && letter !== '') tiers.set(letter, (tiers.get(letter) ?? new Set()).add(action));
  }
  const lines = [...directory]
    .sort((a, b) => (a.RoleId < b.RoleId ? -1 : 1))
    .map((role) =>
      JSON.stringify(
        packDirectoryRole({
          name: role.RoleId.toLowerCase(),
          roleName: role.RoleName,
          tier: tierOf(role.Classification?.EAMTierLevelName),
          isPrivileged: role.isPrivileged,
          isAssignable: role.AssignmentMode === 'allowed',
          inherits: role.InheritsPermissionsFrom ?? [],
          actions: role.RolePermissions.flatMap(({ AuthorizedResourceAction: action }) => action ?? []),
        }),
      ),
    );
  const packed = [...tiers]
    .sort()
    .map(([letter, actions]) => entryLine([letter, encodeSegmentList([...actions])]));
  write('directory-roles.json', `{"tiers":{\n${packed.join(',\n')}\n},"roles":[`, lines, ']}');
}

function writeAppRoles(): void {
  const apps = new Map<string, [string, string][]>();
  for (const role of read<readonly SourceAppRole[]>('entra/app-roles.json')) {
    const appId = role.AppId.toLowerCase();
    const packed = `${packTier(tierOf(role.EAMTierLevelName)) || ' '} ${role.AppRoleDisplayName}`;
    apps.set(appId, [...(apps.get(appId) ?? []), [role.AppRoleId.toLowerCase(), packed]]);
  }
  const lines = [...apps]
    .sort()
    .map(([appId, entries]) => `${JSON.stringify(appId)}:{\n${entries.sort().map(entryLine).join(',\n')}\n}`);
  write('app-roles.json', '{"apps":{', lines, '}}');
}

writeRoles();
writeActions();
writeDirectoryRoles();
writeAppRoles();
