/** The data actions that the permissions of access policies amount to, as the guide for moving to roles pairs them (articles/key-vault/general/rbac-migration.md). */
const secretActions: Readonly<Record<string, readonly string[]>> = {
  get: ['secrets/getSecret/action'],
  list: ['secrets/readMetadata/action'],
  set: ['secrets/setSecret/action', 'secrets/update/action'],
  delete: ['secrets/delete'],
  recover: ['secrets/recover/action'],
  backup: ['secrets/backup/action'],
  restore: ['secrets/restore/action'],
  purge: ['secrets/purge/action'],
};

const keyActions: Readonly<Record<string, readonly string[]>> = {
  get: ['keys/read'],
  list: ['keys/read'],
  update: ['keys/update/action'],
  create: ['keys/create/action'],
  import: ['keys/import/action'],
  delete: ['keys/delete'],
  recover: ['keys/recover/action'],
  backup: ['keys/backup/action'],
  restore: ['keys/restore/action'],
  purge: ['keys/purge/action'],
  decrypt: ['keys/decrypt/action'],
  encrypt: ['keys/encrypt/action'],
  unwrapkey: ['keys/unwrap/action'],
  wrapkey: ['keys/wrap/action'],
  verify: ['keys/verify/action'],
  sign: ['keys/sign/action'],
  release: ['keys/release/action'],
  rotate: ['keys/rotate/action'],
};

const certificateActions: Readonly<Record<string, readonly string[]>> = {
  get: ['certificates/read'],
  list: ['certificates/read'],
  update: ['certificates/update/action'],
  create: ['certificates/create/action'],
  import: ['certificates/import/action'],
  delete: ['certificates/delete'],
  recover: ['certificates/recover/action'],
  backup: ['certificates/backup/action'],
  restore: ['certificates/restore/action'],
  purge: ['certificates/purge/action'],
};

const kinds = { secrets: secretActions, keys: keyActions, certificates: certificateActions } as const;

/** The kinds of permissions of an access policy that have data actions. */
export const vaultPermissionKinds: readonly (keyof typeof kinds)[] = ['secrets', 'keys', 'certificates'];

/** The data actions of a permission, `all` included; none for one that has no data action. */
export function vaultDataActions(kind: keyof typeof kinds, permission: string): readonly string[] {
  const folded = permission.toLowerCase();
  const of = kinds[kind];
  const actions = folded === 'all' ? [`${kind}/*`] : Object.hasOwn(of, folded) ? (of[folded] ?? []) : [];
  return actions.map((action) => `Microsoft.KeyVault/vaults/${action}`);
}
