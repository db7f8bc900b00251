import type { ValueObject } from '../../kernel/index.ts';
import { customPolicies } from './custom-policies.ts';
import { directoryObjects } from './directory-objects.ts';
import { estateObjectKind } from './estate-object-kind.ts';
import { managementGroups } from './management-groups.ts';
import { policyAssignments } from './policy-assignments.ts';
import { Random } from './random.ts';
import { subscriptionObjects } from './subscription-objects.ts';
import { planSubscription } from './subscription-plan.ts';

/** What an estate is generated with. */
export interface GenerateEstateOptions {
  /** How many resources come out: scopes, governance objects and identities are not counted. */
  readonly resources: number;
  /** An integer; its lower 32 bits count. */
  readonly seed: number;
  /** The moment that dates are relative to, in ISO 8601. */
  readonly now: string;
}

/**
 * Generates the estate of a company that does not exist, in the shapes of Azure Resource Graph and Azure Resource Manager: the management groups of Azure landing
 * zones, subscriptions, resources with planted weaknesses, policies, exemptions and role assignments. The same options give the same objects, a larger estate begins
 * with the smaller one, and whatever an object belongs to comes before it. Nothing but counters is held.
 */
export function* generateEstate({ resources, seed, now }: GenerateEstateOptions): Generator<ValueObject> {
  let left = resources;
  for (const object of endlessEstate(new Random(seed), now)) {
    if (estateObjectKind(object) === 'resource' && left-- <= 0) return;
    yield object;
  }
}

function* endlessEstate(random: Random, now: string): Generator<ValueObject> {
  yield* managementGroups();
  yield* customPolicies();
  yield* policyAssignments();
  yield* directoryObjects();
  const groups = { count: 0 };
  for (let number = 1; ; number++)
    yield* subscriptionObjects(planSubscription(number, random), random, now, groups);
}
