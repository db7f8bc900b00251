export { contextOfHead } from './answer.ts';
export { describeEntry } from './describe-entry.ts';
export type { Estate, EstateObject, EstateResource, GovernanceItem, GovernanceKind } from './estate.ts';
export { type Collected, type CollectedEstate, EstateCollector, type ReadEntry } from './estate-collector.ts';
export * from './generate/index.ts';
export { LastReadings } from './id-census.ts';
export {
  type EstateInspection,
  inspectEstate,
  type MissingType,
  type RelatedNeed,
  type TypeCount,
} from './inspect-estate.ts';
export { memoryEstate } from './memory-estate.ts';
export { type Redaction, redactSecrets, SecretHint, settingsIn } from './redact-secrets.ts';
export { resourcesOfEntry } from './resources-of-entry.ts';
export {
  type EstateScope,
  type EstateScopeKind,
  nearestScopeId,
  ScopeTree,
  scopeOfId,
} from './scope-tree.ts';
export { type SortedEntry, sortEntry } from './sort-entry.ts';
