export type {
  AccessAnswer,
  AccessVerdict,
  AroundStep,
  ConditionAnswer,
  DenyStep,
  GrantStep,
  NamedPrincipal,
  StepOutcome,
} from './access-answer.ts';
export type { AccessQuestion, AccessView, ActionQuestion } from './access-question.ts';
export { type ActivityRecord, readActivityRecord } from './activity-record.ts';
export { activationWords, answerText, whoCanText } from './answer-text.ts';
export { type Asker, askerOf } from './asker.ts';
export { decide } from './decide.ts';
export { type AccessChange, type AccessDifference, type DiffOptions, diffAccess } from './diff-access.ts';
export {
  type EffectiveActions,
  effectiveActions,
  type HeldAssignment,
  heldBy,
} from './effective-actions.ts';
export { type Explanation, explain, type NearMiss } from './explain.ts';
export {
  type LeastPrivilegeAnswer,
  type LeastPrivilegeOptions,
  leastPrivilege,
  type PrivilegeAdvice,
} from './least-privilege.ts';
export {
  type AccessReview,
  type ReviewFlag,
  type ReviewOptions,
  type ReviewRow,
  type ReviewSheet,
  reviewAccess,
} from './review-access.ts';
export {
  heldByScope,
  type ScopeActions,
  type StatedActions,
  type StatedPlanes,
  stated,
  type WhatCanAnswer,
  type WhatCanQuestion,
  whatCan,
} from './what-can.ts';
export { type Holder, type WhoCanAnswer, type WhoCanOptions, whoCan } from './who-can.ts';
