export type * from './assessment-store.ts';
export type { FindingLife, FindingStage } from './finding-life.ts';
export { openFolderStore } from './open-folder-store.ts';
export { openServerStore } from './open-server-store.ts';
export type { OpenedStore } from './opened-store.ts';
export { type PairChange, pairChanges } from './pair-change.ts';
export type {
  ComparedRun,
  FindingDifference,
  PolicyDifference,
  ResourceDifference,
  RunDifference,
} from './run-difference.ts';
export { RunRecorder } from './run-recorder.ts';
export { findRun } from './run-reference.ts';
export { shownServer } from './server-address.ts';
export { StoreError, type StoreProblem } from './store-error.ts';
export { type StoredState, storedStates } from './stored-state.ts';
