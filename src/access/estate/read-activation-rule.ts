import type { Value, ValueObject } from '../../kernel/index.ts';
import { type ActivationRule, roleGuid } from '../assignment/index.ts';
import { fieldAt, flagAt, objectsAt, textAt, textsAt } from './field.ts';
import { scopeOfExtension } from './read-role-assignment.ts';

/** Which policy rules the activation of a role at a scope. */
export interface PolicyLink {
  readonly policyId: string;
  readonly role: string;
  readonly scope: string;
  /** What the link says itself of the rules, effective ones first. */
  readonly rule: ActivationRule | undefined;
}

/** An assignment of a role management policy, of Azure (`roleManagementPolicyAssignments`) or Microsoft Graph (`unifiedRoleManagementPolicyAssignment`). */
export function readPolicyLink(body: Value, id: string): PolicyLink | undefined {
  const properties = fieldAt(body, 'properties') ?? body;
  const policyId = textAt(properties, 'policyId');
  const role = textAt(properties, 'roleDefinitionId');
  if (policyId === undefined || role === undefined) return undefined;
  const expanded = fieldAt(body, 'policy');
  return {
    policyId,
    role: roleGuid(role),
    scope: textAt(properties, 'scope') ?? textAt(properties, 'scopeId') ?? scopeOfExtension(id),
    rule: readActivationRule(properties, policyId) ?? readActivationRule(expanded ?? null, policyId),
  };
}

/** The rules of a role management policy that are about an end user who activates; `undefined` when it states none. */
export function readActivationRule(body: Value, policyId: string): ActivationRule | undefined {
  const properties = fieldAt(body, 'properties') ?? body;
  const effective = objectsAt(properties, 'effectiveRules');
  const rules = effective.length > 0 ? effective : objectsAt(properties, 'rules');
  if (rules.length === 0) return undefined;
  const rule = (name: string) => rules.find((one) => textAt(one, 'id') === `${name}_EndUser_Assignment`);
  const enabled = textsAt(rule('Enablement'), 'enabledRules');
  const approval = fieldAt(rule('Approval'), 'setting');
  const context = rule('AuthenticationContext');
  return {
    policyId,
    needsMfa: enabled.includes('MultiFactorAuthentication'),
    needsJustification: enabled.includes('Justification'),
    needsTicket: enabled.includes('Ticketing'),
    ...(flagAt(context, 'isEnabled') === true
      ? { authenticationContext: textAt(context, 'claimValue') }
      : {}),
    needsApproval: flagAt(approval, 'isApprovalRequired') ?? false,
    approvers: objectsAt(approval, 'approvalStages').flatMap((stage) =>
      objectsAt(stage, 'primaryApprovers').flatMap((one) => approverOf(one) ?? []),
    ),
    durationMax: textAt(rule('Expiration'), 'maximumDuration'),
  };
}

function approverOf(approver: ValueObject): string | undefined {
  return textAt(approver, 'id') ?? textAt(approver, 'userId') ?? textAt(approver, 'groupId');
}
