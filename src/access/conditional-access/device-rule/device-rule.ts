/**
 * A rule of a device filter, in the language of dynamic membership rules (docs/identity/users/groups-dynamic-membership.md) as far as device
 * filters take it (docs/identity/conditional-access/concept-condition-filters-for-devices.md).
 */
export type DeviceRule =
  | { readonly kind: 'and' | 'or'; readonly rules: readonly DeviceRule[] }
  | { readonly kind: 'not'; readonly rule: DeviceRule }
  | DeviceComparison;

/** `device.property -operator value`. */
export interface DeviceComparison {
  readonly kind: 'comparison';
  /** Without `device.`, as the documentation spells it. */
  readonly property: string;
  readonly operator: DeviceOperator;
  /** Whether the operator is the negative one: `-ne`, `-notIn` ... */
  readonly isNegative: boolean;
  /** One value, or those of a list; `null` is the word `null`. */
  readonly values: readonly (string | null)[];
}

/** The operators; each but `-not` has a negative one. */
export type DeviceOperator = 'eq' | 'startsWith' | 'endsWith' | 'contains' | 'in' | 'match';

/** All comparisons of a rule, in order. */
export function comparisonsOf(rule: DeviceRule): DeviceComparison[] {
  if (rule.kind === 'comparison') return [rule];
  if (rule.kind === 'not') return comparisonsOf(rule.rule);
  return rule.rules.flatMap(comparisonsOf);
}
