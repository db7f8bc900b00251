import { needsActivation, type RoleAssignment, scopeChain } from '../assignment/index.ts';
import type { AccessModel } from '../estate/index.ts';
import { compareRoles, type RoleDefinition } from '../role/index.ts';

const within = new WeakMap<RoleDefinition, WeakMap<RoleDefinition, boolean>>();

/** Why an assignment gives nothing that another one of the same principal, or of a group it is in, does not give: here or at a scope above. */
export function coveringAssignment(model: AccessModel, at: number): string | undefined {
  const assignment = model.azure.get(at);
  const role = model.roles.find(assignment.role);
  if (role === undefined || needsActivation(assignment)) return undefined;
  const groups = model.membership.groupsOf(model.azure.principals[at] ?? 0);
  for (const key of scopeChain(assignment.scope, model.scopes).keys)
    for (const otherAt of model.azure.at(key)) {
      if (otherAt === at || !groups.has(model.azure.principals[otherAt] ?? 0)) continue;
      const other = model.azure.get(otherAt);
      const otherRole = model.roles.find(other.role);
      if (otherRole === undefined || !holdsAsLong(other, assignment) || !isWithin(role, otherRole)) continue;
      // Of two that are the same, the later one is the duplicate.
      const isMutual = isWithin(otherRole, role) && holdsAsLong(assignment, other);
      const isSamePlace =
        scopeChain(other.scope, model.scopes).keys[0] === scopeChain(assignment.scope, model.scopes).keys[0];
      const isSameHolder = model.azure.principals[otherAt] === model.azure.principals[at];
      if (isMutual && isSamePlace && isSameHolder && otherAt > at) continue;
      return `${otherRole.roleName} by ${other.id} gives the same`;
    }
  return undefined;
}

/** Whether `other` is in force wherever and whenever `one` is, as far as conditions and dates go. */
function holdsAsLong(other: RoleAssignment, one: RoleAssignment): boolean {
  if (needsActivation(other)) return false;
  if (other.condition?.isUnseen === true) return false;
  if (other.condition !== undefined && other.condition.text !== one.condition?.text) return false;
  return (
    (other.end === undefined || other.end === one.end) &&
    (other.start === undefined || other.start === one.start)
  );
}

function isWithin(role: RoleDefinition, other: RoleDefinition): boolean {
  if (role === other) return true;
  let known = within.get(role);
  if (known === undefined) {
    known = new WeakMap();
    within.set(role, known);
  }
  let answer = known.get(other);
  if (answer === undefined) {
    answer = compareRoles(role, other).verdict === 'within';
    known.set(other, answer);
  }
  return answer;
}
