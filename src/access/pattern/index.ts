export { ActionLimitError } from './action-limit-error.ts';
export {
  type ActionPattern,
  actionPattern,
  patternIncludes,
  patternMatches,
  patternsIntersect,
} from './action-pattern.ts';
export { ActionSet } from './action-set.ts';
export type { ActionTerm } from './action-term.ts';
export { type ActionWords, describeActions } from './describe-actions.ts';
export { patternIntersection } from './pattern-intersection.ts';
