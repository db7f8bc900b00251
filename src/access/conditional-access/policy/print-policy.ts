import { isObject, type Value, type ValueObject } from '../../../kernel/index.ts';
import { saysNothing } from './part-reader.ts';
import type { GuestCondition, IncludeExclude, Policy } from './policy.ts';

/** A policy as Microsoft Graph writes it: equal to what it was read from, without what says nothing there (`null`, `[]`, `{}`). */
export function printPolicy(policy: Policy): ValueObject {
  const { users, clientApplications, applications, deviceFilter, grant } = policy;
  const printed: ValueObject = {
    id: policy.id,
    displayName: policy.displayName,
    state: policy.state,
    conditions: {
      users: {
        ...pair('Users', users?.users),
        ...pair('Groups', users?.groups),
        ...pair('Roles', users?.roles),
        includeGuestsOrExternalUsers: guests(users?.includeGuests),
        excludeGuestsOrExternalUsers: guests(users?.excludeGuests),
      },
      clientApplications: {
        ...pair('ServicePrincipals', clientApplications?.servicePrincipals),
        ...pair('AgentIdServicePrincipals', clientApplications?.agentServicePrincipals),
      },
      applications: {
        ...pair('Applications', applications?.applications),
        includeUserActions: [...(applications?.userActions ?? [])],
        includeAuthenticationContextClassReferences: [...(applications?.authenticationContexts ?? [])],
      },
      clientAppTypes: [...policy.clientAppTypes],
      platforms: pair('Platforms', policy.platforms),
      locations: pair('Locations', policy.locations),
      devices: {
        deviceFilter:
          deviceFilter === undefined ? null : { mode: deviceFilter.mode, rule: deviceFilter.rule },
      },
      signInRiskLevels: [...policy.signInRiskLevels],
      userRiskLevels: [...policy.userRiskLevels],
      servicePrincipalRiskLevels: [...policy.servicePrincipalRiskLevels],
      insiderRiskLevels: policy.insiderRiskLevels.join(','),
      authenticationFlows: { transferMethods: policy.transferMethods.join(',') },
    },
    grantControls:
      grant === undefined
        ? null
        : {
            operator: grant.operator,
            builtInControls: [...grant.builtInControls],
            customAuthenticationFactors: [...grant.customAuthenticationFactors],
            termsOfUse: [...grant.termsOfUse],
            authenticationStrength:
              grant.authenticationStrength === undefined
                ? null
                : {
                    ...grant.authenticationStrength,
                    allowedCombinations: [...grant.authenticationStrength.allowedCombinations],
                  },
          },
    sessionControls: policy.sessionControls,
  };
  return withoutNothing(merged(printed, policy.extra)) ?? {};
}

function pair(name: string, { include, exclude }: IncludeExclude = { include: [], exclude: [] }) {
  return { [`include${name}`]: [...include], [`exclude${name}`]: [...exclude] };
}

function guests(condition: GuestCondition | undefined): Value {
  if (condition === undefined) return null;
  const { kinds, tenants } = condition;
  return {
    guestOrExternalUserTypes: kinds.join(','),
    externalTenants:
      tenants === undefined
        ? null
        : { membershipKind: tenants.membershipKind ?? null, members: [...tenants.members] },
  };
}

/** Both, one put into the other. */
function merged(value: ValueObject, extra: ValueObject): ValueObject {
  const result = { ...value };
  for (const [name, more] of Object.entries(extra)) {
    const own = result[name];
    result[name] = isObject(own) && isObject(more) ? merged(own, more) : more;
  }
  return result;
}

/** An object without what says nothing, and `undefined` when nothing is left. Session controls keep their own empty parts out too. */
function withoutNothing(value: ValueObject): ValueObject | undefined {
  const result: ValueObject = {};
  for (const [name, part] of Object.entries(value)) {
    const kept = isObject(part) ? withoutNothing(part) : saysNothing(part) || part === '' ? undefined : part;
    if (kept !== undefined) result[name] = kept;
  }
  return Object.keys(result).length === 0 ? undefined : result;
}
