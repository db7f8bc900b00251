import {
  ActionLimitError,
  conditionSentence,
  parseCondition,
  type RoleDefinition,
} from '../../access/index.ts';
import { fold, type GrantScope, Source, Unknown } from '../../kernel/index.ts';
import type { ExpandedResource } from '../../template/index.ts';
import { objectAt, valueAt } from './deployed-resources.ts';
import { grantPrincipal } from './grant-principal.ts';
import { grantScope } from './grant-scope.ts';
import { type GrantContext, type GrantSource, namesOf, type StatedGrant } from './grant-source.ts';
import { grantedRole } from './granted-role.ts';
import { type RoleAbilities, roleAbilities } from './role-abilities.ts';

/**
 * Role assignments (articles/role-based-access-control/role-assignments-template.md), and requests for roles that are active for a time or may be
 * activated.
 */
export const roleAssignmentGrants: GrantSource = {
  types: [
    'microsoft.authorization/roleassignments',
    'microsoft.authorization/roleassignmentschedulerequests',
    'microsoft.authorization/roleeligibilityschedulerequests',
  ],
  read: readAssignment,
};

const removals = ['adminremove', 'selfdeactivate', 'selfremove'];

function readAssignment(resource: ExpandedResource, context: GrantContext): StatedGrant[] {
  const { body } = resource;
  const request = valueAt(body, 'properties', 'requestType');
  if (typeof request === 'string' && removals.includes(fold(request))) return [];
  const principal = grantPrincipal(
    valueAt(body, 'properties', 'principalId'),
    valueAt(body, 'properties', 'principalType'),
    resource,
    context.deployed,
    context.principals,
  );
  const scope = grantScope(resource, context.deployed);
  const stated = valueAt(body, 'properties', 'roleDefinitionId');
  const role = grantedRole(stated, resource, context.deployed, context.roles);
  const narrowed = conditionOf(resource, context);
  const abilities = role.definition && abilitiesOf(role.definition, scope);
  const unknownBecause = [
    ...(role.definition === undefined ? [role.problem] : []),
    ...(role.definition !== undefined && abilities === undefined
      ? [`the role ${role.name} states more than can be compared`]
      : []),
    ...(principal.kind === 'unknown' && principal.id === undefined
      ? [`who is meant is not known: ${principal.text}`]
      : []),
    ...(scope.kind === 'unknown' ? [`where it holds is not known: ${scope.text}`] : []),
    ...narrowed.unknownBecause,
  ];
  return [
    {
      kind: fold(resource.type).endsWith('/roleeligibilityschedulerequests') ? 'eligible' : 'role',
      principal,
      scope,
      role: role.name,
      definition: abilities === undefined ? undefined : role.definition,
      abilities: abilities?.words ?? [],
      tier: abilities?.tierAtMost ?? 'unknown',
      isConditioned:
        narrowed.isConditioned || (abilities !== undefined && abilities.tier !== abilities.tierAtMost),
      condition: narrowed.text,
      unknownBecause,
      path: ['properties', objectAt(body, 'properties') === undefined ? 'principalId' : 'roleDefinitionId'],
    },
  ];
}

/** `undefined` for a role of so many patterns that they are not compared: nothing is then known of what it lets one do. */
function abilitiesOf(role: RoleDefinition, scope: GrantScope): RoleAbilities | undefined {
  try {
    return roleAbilities(role, scope);
  } catch (error) {
    if (error instanceof ActionLimitError) return undefined;
    throw error;
  }
}

interface Narrowing {
  readonly isConditioned: boolean;
  readonly text?: string;
  readonly unknownBecause: readonly string[];
}

/** A condition that cannot be read narrows nothing that is known: the grant is taken for as wide as it would be without. */
function conditionOf(resource: ExpandedResource, context: GrantContext): Narrowing {
  const value = valueAt(resource.body, 'properties', 'condition');
  if (value === undefined || value === null || value === '')
    return { isConditioned: false, unknownBecause: [] };
  if (value instanceof Unknown)
    return { isConditioned: false, unknownBecause: ['its condition is not known before the deployment'] };
  const text = typeof value === 'string' ? value : '';
  const { condition } = parseCondition(new Source('condition', text));
  return condition === undefined
    ? { isConditioned: false, unknownBecause: ['its condition cannot be read'] }
    : { isConditioned: true, text: conditionSentence(condition, namesOf(context)), unknownBecause: [] };
}
