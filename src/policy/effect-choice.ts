import { fold } from '../kernel/index.ts';
import type { BoundPolicy } from './bound-policy.ts';
import { type Effect, effects } from './effects/index.ts';

/**
 * Whether an override may give a policy an effect (assignment-structure.md#overrides): the effect must fit the rule, and be among the allowed values of the
 * parameter that decides it.
 */
export function canHaveEffect({ definition, effect }: BoundPolicy, name: string): boolean {
  const wanted = effects.get(fold(name));
  if (wanted === undefined) return false;
  const parameter = [...definition.parameters.values()].find((one) => fold(one.name) === 'effect');
  const allowed = parameter?.allowedValues;
  if (allowed !== undefined && allowed.length > 0)
    return allowed.some((value) => typeof value === 'string' && fold(value) === fold(name));
  return wanted.kind === 'none' || familyOf(wanted) === familyOf(effect);
}

/** Effects that one rule can have: those of one kind, and existence effects among themselves. */
function familyOf({ kind, name }: Effect): string {
  return kind === 'alter' ? name : kind;
}
