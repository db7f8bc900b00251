import type { AccessTruth, ConditionStep, GrantCheck, RoleAssignment } from '../assignment/index.ts';
import { printCondition } from '../condition/index.ts';
import type { AccessModel } from '../estate/index.ts';
import type { ConditionAnswer, GrantStep, NamedPrincipal } from './access-answer.ts';
import { activatableMemberships } from './activatable-memberships.ts';

/** A role assignment as a step of an answer. */
export function grantStep(
  model: AccessModel,
  assignment: RoleAssignment,
  check: GrantCheck,
  truth: AccessTruth,
  chain: readonly NamedPrincipal[],
): GrantStep {
  const { kind, id, scope, role, start, end, file } = assignment;
  const isEligible = kind === 'eligible';
  const memberships = activatableMemberships(model, chain);
  return {
    outcome: truth.kind,
    kind,
    assignmentId: id,
    scope,
    role: { name: role, roleName: check.role?.roleName ?? role },
    permissions: check.permissions,
    chain,
    ...(memberships.length === 0 ? {} : { memberships }),
    conditions: check.conditions.map(conditionAnswer),
    ...(start === undefined ? {} : { start }),
    ...(end === undefined ? {} : { end }),
    ...(isEligible ? { activation: model.activation.of(role, scope) } : {}),
    file,
  };
}

function conditionAnswer({ of, permission, text, truth }: ConditionStep): ConditionAnswer {
  return {
    of,
    ...(permission === undefined ? {} : { permission }),
    text,
    outcome: truth.kind,
    ...(truth.kind === 'if' ? { residual: printCondition(truth.condition) } : {}),
  };
}
