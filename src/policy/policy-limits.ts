import { defaultLimits, type Limits } from '../kernel/index.ts';

/** What Azure Policy allows of the expressions in a rule (definition-structure-policy-rule.md#policy-rule-limits). */
export const policyLimits: Limits = {
  ...defaultLimits,
  // 64 functions, and what the innermost is called with.
  expressionDepthMax: 65,
  expressionLengthMax: 81_920,
  stringLengthMax: 131_072,
};

/** The size of a rule. Azure states no depth for conditions; that of functions is taken for them too. */
export const ruleLimits = {
  conditionCountMax: 4_096,
  existenceConditionCountMax: 128,
  depthMax: 64,
} as const;
