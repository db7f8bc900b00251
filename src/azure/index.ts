export { type ArmAnswer, type ArmClient, type ArmClientOptions, armClient } from './arm-client.ts';
export { AzureError, type AzureProblem } from './azure-error.ts';
export { type ChildMode, type ChildResource, childModes, childResources } from './child-resources.ts';
export {
  type ChosenTokens,
  chooseTokenSource,
  type SignIn,
  signIns,
  tokenVariable,
} from './choose-token-source.ts';
export { type Clock, systemClock } from './clock.ts';
export { type Cloud, type CloudName, cloudNames, clouds } from './cloud.ts';
export { type AzureCollection, type CollectAzureOptions, collectAzure } from './collect-azure.ts';
export type { Incomplete } from './collection-journal.ts';
export type { CollectionProgress } from './collection-step.ts';
export type { Checkpoint, EstateSink, PageName } from './estate-sink.ts';
export { isAbsence } from './is-absence.ts';
export type { RefusalKind } from './refusal-kinds.ts';
export type { CollectionScope } from './scope-step.ts';
export { type StepRate, StepRates } from './step-rates.ts';
export { type AccessToken, CachedTokenSource, type TokenReader, type TokenSource } from './token-source.ts';
