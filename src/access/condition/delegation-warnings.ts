import { coverageOf } from './action-coverage.ts';
import { printAttribute } from './attribute.ts';
import { attributesOf, type Comparison, type Condition, leavesOf } from './condition.ts';
import type { ConditionFacts } from './condition-facts.ts';
import { reduceCondition } from './evaluate-condition.ts';
import {
  roleAssignmentActions,
  roleAssignmentAttributes,
  roleAssignmentFacts,
} from './role-assignment-facts.ts';
import type { Reduced } from './simplify-condition.ts';
import type { WarningContext } from './warning-context.ts';

type Operation = keyof typeof roleAssignmentActions;

const blobs = 'Microsoft.Storage/storageAccounts/blobServices/containers/blobs';

/**
 * Actions that should be guarded together: each undoes or replaces the other
 * (articles/storage/blobs/storage-auth-abac-security.md#condition-operations-that-write-blobs).
 */
const pairs: readonly (readonly [string, string])[] = [
  [roleAssignmentActions.write, roleAssignmentActions.delete],
  [`${blobs}/write`, `${blobs}/add/action`],
];

/** Checks what the condition says of role assignments, and of other actions that belong together. */
export function warnOfDelegation(context: WarningContext): void {
  for (const [first, second] of pairs) {
    warnOfHalfGuard(first, second, context);
    warnOfHalfGuard(second, first, context);
  }
  for (const operation of ['write', 'delete'] as const) {
    if (!isMeant(operation, context)) continue;
    warnOfSource(operation, context);
    warnOfDenyList(operation, context);
  }
  if (isMeant('write', context)) warnOfAnyPrincipal(context);
}

function warnOfHalfGuard(
  guarded: string,
  open: string,
  { condition, granted, report }: WarningContext,
): void {
  if (![guarded, open].every((action) => isGranted(action, granted))) return;
  if (!isNamed(guarded, condition) || reduce(condition, { action: guarded }) === true) return;
  if (reduce(condition, { action: open }) === true) report('LG8016', { guarded, open }, condition);
}

/** An attribute of the side that the operation does not have. */
function warnOfSource(operation: Operation, { condition, report }: WarningContext): void {
  const [wrong, right] =
    operation === 'write' ? (['Resource', 'Request'] as const) : (['Request', 'Resource'] as const);
  const action = roleAssignmentActions[operation];
  const keys: readonly string[] = Object.values(roleAssignmentAttributes[wrong]);
  for (const leaf of leavesIn(reduce(condition, { action })))
    for (const attribute of attributesOf(leaf)) {
      if (!keys.includes(attribute.key)) continue;
      const instead = printAttribute({ ...attribute, source: right });
      report('LG8017', { attribute: printAttribute(attribute), action, instead }, leaf);
    }
}

/**
 * Roles are told apart by their ids alone, so a list of roles that may not be assigned is walked around by a custom role that grants the same
 * (articles/role-based-access-control/delegate-role-assignments-examples.md, the note of its last example).
 */
function warnOfDenyList(operation: Operation, { condition, report }: WarningContext): void {
  if (operation !== 'write') return;
  for (const { comparison, isNegated } of roleListsIn(reduce(condition, roleAssignmentFacts(operation)))) {
    if (!isNegated || comparison.right.kind !== 'values') continue;
    report('LG8018', { count: comparison.right.values.length }, comparison);
  }
}

function warnOfAnyPrincipal({ condition, report }: WarningContext): void {
  const reduced = reduce(condition, roleAssignmentFacts('write'));
  const { role, principal, principalType } = roleAssignmentAttributes.Request;
  const keys = new Set(leavesIn(reduced).flatMap((leaf) => attributesOf(leaf).map(({ key }) => key)));
  if (keys.has(role) && !keys.has(principal) && !keys.has(principalType)) report('LG8019', {}, condition);
}

/** Whether the role can do the operation at all, or where that is not known, whether the condition speaks of it. */
function isMeant(operation: Operation, { condition, granted }: WarningContext): boolean {
  const action = roleAssignmentActions[operation];
  if (granted !== undefined) return isGranted(action, granted);
  const leaves = [...leavesOf(condition)];
  if (leaves.some(({ kind }) => kind === 'action')) return isNamed(action, condition);
  const keys: readonly string[] = Object.values(
    roleAssignmentAttributes[operation === 'write' ? 'Request' : 'Resource'],
  );
  return leaves.some((leaf) => attributesOf(leaf).some(({ key }) => keys.includes(key)));
}

function isGranted(action: string, granted: readonly string[] | undefined): boolean {
  return granted?.some((pattern) => coverageOf(action, pattern) === 'all') ?? true;
}

function isNamed(action: string, condition: Condition): boolean {
  return [...leavesOf(condition)].some(
    (leaf) => leaf.kind === 'action' && coverageOf(action, leaf.pattern) === 'all',
  );
}

/** The comparisons of the requested role with a list; what is simplified has its negations at the leaves. */
function roleListsIn(condition: Reduced): { comparison: Comparison; isNegated: boolean }[] {
  if (typeof condition === 'boolean') return [];
  if (condition.kind === 'and' || condition.kind === 'or') return condition.conditions.flatMap(roleListsIn);
  const leaf = condition.kind === 'not' ? condition.condition : condition;
  if (leaf.kind !== 'comparison' || !leaf.operator.isEquality) return [];
  if (!attributesOf(leaf).some(({ key }) => key === roleAssignmentAttributes.Request.role)) return [];
  return [{ comparison: leaf, isNegated: leaf.operator.isNegated !== (condition.kind === 'not') }];
}

function leavesIn(condition: Reduced) {
  return typeof condition === 'boolean' ? [] : [...leavesOf(condition)];
}

function reduce(condition: Condition, facts: ConditionFacts): Reduced {
  return reduceCondition(condition, facts, () => {});
}
