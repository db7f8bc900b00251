export { type AccessGap, distinctGaps } from './access-gap.ts';
export type { AccessFacts, AccessModel, UnreadObject } from './access-model.ts';
export { type AccessSource, type AccessSourceWords, accessSources } from './access-source.ts';
export type {
  AppCredential,
  Application,
  AppRoleGrant,
  DirectoryFacts,
  Ownership,
  PermissionGrant,
} from './directory-facts.ts';
export { type KeyRule, keyRules } from './key-rule.ts';
export { type MembershipView, modelAt } from './model-at.ts';
export { type ReadAccessOptions, readAccess } from './read-access.ts';
export type { KeyAccess, ResourceAccess, VaultAccess, VaultPolicy } from './resource-access.ts';
export type { ResourceIdentity } from './resource-identity.ts';
export { membershipRule, type TimedMembership } from './timed-membership.ts';
