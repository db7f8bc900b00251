import type { Estate, EstateObject } from '../../estate/index.ts';
import { type Diagnostic, fold } from '../../kernel/index.ts';
import { isInForce, needsActivation } from '../assignment/index.ts';
import {
  type AuthenticationStrength,
  type ConditionalAccessPolicy,
  emptyTenant,
  type NamedLocation,
  readConditionalAccessPolicy,
  readNamedLocation,
  type Tenant,
  type TenantGroup,
  type TenantServicePrincipal,
  type TenantUser,
} from '../conditional-access/index.ts';
import type { AccessModel } from '../estate/index.ts';
import type { Principal } from '../principal/index.ts';
import { strengthOf } from './strength-of.ts';

/** What Conditional Access depends on in an estate, and what of it was not exported. */
export interface TenantReading {
  readonly tenant: Tenant;
  /** Whether any policy was there: without one it is not known whether there are none or they were not exported. */
  readonly hasPolicies: boolean;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads the tenant of an estate: policies, locations and strengths from its objects, users and groups from the access model. `at` in ISO 8601. */
export function tenantOfEstate(estate: Estate, model: AccessModel, at?: string): TenantReading {
  const policies: ConditionalAccessPolicy[] = [];
  const locations: NamedLocation[] = [];
  const strengths: AuthenticationStrength[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const object of estate.objects) {
    const kind = kindOf(object);
    if (kind === 'policy') {
      const reading = readConditionalAccessPolicy(object.body, object.file);
      diagnostics.push(...reading.diagnostics);
      if (reading.policy !== undefined) policies.push(reading.policy);
    }
    if (kind === 'location') {
      const reading = readNamedLocation(object.body, object.file);
      diagnostics.push(...reading.diagnostics);
      if (reading.location !== undefined) locations.push(reading.location);
    }
    const strength = kind === 'strength' ? strengthOf(object.body) : undefined;
    if (strength !== undefined) strengths.push(strength);
  }
  const tenant = {
    ...emptyTenant,
    policies,
    locations: locations.length === 0 ? undefined : locations,
    strengths,
    ...principalsOf(model, at),
  };
  return { tenant, hasPolicies: policies.length > 0, diagnostics };
}

const kinds: Readonly<Record<string, 'policy' | 'location' | 'strength'>> = {
  conditionalaccesspolicy: 'policy',
  namedlocation: 'location',
  ipnamedlocation: 'location',
  countrynamedlocation: 'location',
  compliantnetworknamedlocation: 'location',
  authenticationstrengthpolicy: 'strength',
  authenticationstrengthpolicies: 'strength',
};

const prefix = 'microsoft.graph.';

function kindOf({ type }: EstateObject): 'policy' | 'location' | 'strength' | undefined {
  const folded = fold(type);
  return folded.startsWith(prefix) ? kinds[folded.slice(prefix.length)] : undefined;
}

function principalsOf(
  model: AccessModel,
  at: string | undefined,
): Pick<Tenant, 'users' | 'groups' | 'servicePrincipals'> {
  const users: TenantUser[] = [];
  const groups: TenantGroup[] = [];
  const servicePrincipals: TenantServicePrincipal[] = [];
  for (const [position, principal] of model.principals.all.entries()) {
    if (!principal.isListed) continue;
    if (principal.kind === 'user') users.push(userOf(model, position, principal, at));
    if (principal.kind === 'group') groups.push(groupOf(model, position, principal, at));
    if (principal.kind === 'servicePrincipal' || principal.kind === 'managedIdentity')
      servicePrincipals.push(servicePrincipalOf(model, principal));
  }
  return { users, groups, servicePrincipals };
}

function userOf(
  model: AccessModel,
  position: number,
  { id, name, userPrincipalName, isExternal }: Principal,
  at: string | undefined,
): TenantUser {
  const roles = [...model.membership.groupsOf(position).keys()].flatMap((one) => rolesOf(model, one, at));
  return {
    id,
    name: userPrincipalName ?? name,
    kind: isExternal === true ? 'b2bCollaborationGuest' : 'member',
    memberOf: groupsOf(model, position),
    roles: model.seen.has('directoryRoles') ? roles : undefined,
  };
}

function groupOf(
  model: AccessModel,
  position: number,
  { id, name }: Principal,
  at: string | undefined,
): TenantGroup {
  return { id, name, memberOf: groupsOf(model, position), roles: rolesOf(model, position, at) };
}

/** The ids of the groups that a principal is in; `undefined` where not all of them may be known. */
function groupsOf(model: AccessModel, position: number): readonly string[] | undefined {
  if (!model.membership.isSettled(position) && !model.seen.has('groupMembers')) return undefined;
  return [...model.membership.groupsOf(position).keys()]
    .filter((one) => one !== position)
    .map((one) => model.principals.at(one).id);
}

/** The directory roles that are active for the whole tenant, as assigned to exactly this principal. */
function rolesOf(model: AccessModel, position: number, at: string | undefined): readonly string[] {
  return model.directory
    .of(position)
    .map((one) => model.directory.get(one))
    .filter((one) => one.scope === '/' && !needsActivation(one) && isInForce(one, at))
    .map(({ role }) => role);
}

function servicePrincipalOf(model: AccessModel, { id, appId = '', kind }: Principal): TenantServicePrincipal {
  return {
    id,
    appId,
    isSingleTenant: model.directoryFacts.applications.some((one) => fold(one.appId) === fold(appId)),
    isManagedIdentity: kind === 'managedIdentity',
  };
}
