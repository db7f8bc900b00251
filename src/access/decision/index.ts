export type { AccessMeasure, MeasureGround } from './access-measure.ts';
export { accessMeasures } from './access-measures.ts';
export { targetApplications } from './allowed-part.ts';
export { type DecisionGround, decideSession } from './decide-session.ts';
export type {
  DecisionFact,
  DecisionOutcome,
  DecisionPart,
  DecisionQuestion,
  DecisionRecord,
  SignInDecision,
} from './decision-record.ts';
export { type TenantReading, tenantOfEstate } from './tenant-of-estate.ts';
