import type { Estate } from '../../estate/index.ts';
import { fold } from '../../kernel/index.ts';
import { type AccessModel, membershipRule } from '../estate/index.ts';
import type { RoleDefinition } from '../role/index.ts';
import type { EligibleMember, EscalationGround, GroundResource } from './escalation-ground.ts';
import type { EscalationRules } from './escalation-rule.ts';

/** What is known besides the estate. */
export interface GroundFacts {
  readonly builtInRoles: readonly RoleDefinition[];
  readonly appRoleName: EscalationGround['appRoleName'];
  /** What the model has unless stated. */
  readonly eligibleMembers?: readonly EligibleMember[] | undefined;
}

const identityType = 'microsoft.managedidentity/userassignedidentities';

/** Takes from an estate the resources that rules speak of or that act with an identity. Streams the resources once. */
export async function readGround(
  estate: Estate,
  model: AccessModel,
  { rules }: EscalationRules,
  { builtInRoles, appRoleName, eligibleMembers = eligibleMembersOf(model) }: GroundFacts,
): Promise<EscalationGround> {
  const types = new Set([...rules.map(({ on }) => on), identityType]);
  // The identities of policy assignments deploy what policies say.
  const resources: GroundResource[] = estate.governance
    .filter(({ kind }) => kind === 'assignment')
    .map(({ id, body }) => ({ id, type: 'Microsoft.Authorization/policyAssignments', body }));
  for await (const batch of estate.resources())
    for (const { id, type, body } of batch)
      if (types.has(fold(type)) || body.identity !== undefined) resources.push({ id, type, body });
  return { model, resources, builtInRoles, appRoleName, eligibleMembers };
}

function eligibleMembersOf(model: AccessModel): readonly EligibleMember[] {
  return model.timedMemberships
    .filter(({ kind }) => kind === 'eligible')
    .map((one) => ({
      id: one.id,
      group: one.groupId,
      member: one.principalId,
      start: one.start,
      end: one.end,
      rule: membershipRule(model, one),
    }));
}
