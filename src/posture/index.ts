export { type Baseline, type BaselineComparison, compareWithBaseline, nextBaseline } from './baseline.ts';
export { type ControlEvidence, type ControlFramework, controlPostures } from './controls.ts';
export { DefenderScoreTally } from './defender-score.ts';
export { noOwnership, type Owner, type Ownership, type OwnershipEntry, ownerOf } from './owner.ts';
export { landguardScore, type SeverityCount, severityWeights } from './score.ts';
export { addStates, noStates } from './states.ts';
export { subscriptionOwners } from './subscription-owners.ts';
export { type WaivableFinding, type Waiver, WaiverIndex } from './waiver.ts';
