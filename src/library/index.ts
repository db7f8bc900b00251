export { loadActions, type StoredActions } from './action-file.ts';
export { type AddedLibrary, type AddOptions, addLibrary } from './add-library.ts';
export { type AppRole, type AppRoles, loadAppRoles } from './app-role-file.ts';
export type { PolicyCounts } from './collect-policies.ts';
export { type DirectoryRole, type DirectoryRoles, loadDirectoryRoles } from './directory-role-file.ts';
export { type Capabilities, loadAliases, loadCapabilities, type StoredAliases } from './facts.ts';
export {
  type Framework,
  type FrameworkControl,
  loadFrameworks,
  type PackedFramework,
  unpackFramework,
} from './framework-file.ts';
export { type ImportedFacts, importFacts } from './import-facts.ts';
export { type KnownLibrary, knownLibraries } from './known-libraries.ts';
export { type LibrarySurroundings, libraryFolder } from './library-folder.ts';
export type { LibraryManifest, ModuleCounts } from './library-manifest.ts';
export type { ModuleArchive } from './module-archive.ts';
export type { PolicyEntry } from './policy-entry.ts';
export type { PolicyFacts } from './policy-facts.ts';
export { openPolicyFolder } from './policy-folder.ts';
export type { PolicyKind } from './policy-kind.ts';
export { type PolicySource, policySource } from './policy-source.ts';
export {
  type AccessTier,
  type BuiltInPermission,
  type BuiltInRole,
  type BuiltInRoles,
  loadRoles,
} from './role-file.ts';
export { type ShownPolicies, showPolicy } from './show-policy.ts';
export {
  type Library,
  listLibraries,
  openLibrary,
  removeLibrary,
  updateLibrary,
} from './stored-libraries.ts';
export { type FoundModule, type HeldModule, type StoredModules, storedModules } from './stored-modules.ts';
