import { type Diagnostic, diagnostic, isObject, type Value } from '../../../kernel/index.ts';
import { parseDeviceRule } from '../device-rule/parse-device-rule.ts';
import type { AuthenticationStrength } from './authentication-strength.ts';
import { PartReader } from './part-reader.ts';
import type {
  ApplicationCondition,
  ClientApplicationCondition,
  DeviceFilter,
  GrantControls,
  GuestCondition,
  IncludeExclude,
  Policy,
  UserCondition,
} from './policy.ts';
import { isPlaceholder, policyName } from './policy-name.ts';
import { unreadPaths } from './unread-paths.ts';

/** A policy as it was read. */
export interface PolicyReading {
  /** `undefined` when there is no policy at all; a diagnostic says why. */
  readonly policy: Policy | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads a policy of Microsoft Graph, v1.0 or beta (graph/api/resources/conditionalaccesspolicy). Everything is kept: what this model does not
 * hold stays in `extra`, and what has a meaning that is not known is named in `unread` and by a diagnostic.
 */
export function readPolicy(value: Value, file: string): PolicyReading {
  if (!isObject(value)) {
    const found = value === null ? 'null' : Array.isArray(value) ? 'a list' : `a ${typeof value}`;
    return { policy: undefined, diagnostics: [diagnostic('LG8050', { found }, file)] };
  }
  const reader = new PartReader(value);
  const read = readParts(reader);
  const extra = reader.rest();
  const unread = [...new Set([...reader.problems.map(({ path }) => path), ...unreadPaths(read, extra)])];
  const policy = { ...read, extra, unread, file };
  const diagnostics = [...problemsOf(policy, reader), ...ruleProblemOf(policy), ...placeholdersOf(policy)];
  return { policy, diagnostics };
}

function readParts(reader: PartReader): Omit<Policy, 'extra' | 'unread' | 'file'> {
  const conditions = reader.part('conditions');
  const devices = conditions?.part('devices');
  const filter = devices?.part('deviceFilter');
  return {
    id: reader.text('id'),
    displayName: reader.text('displayName'),
    state: reader.text('state'),
    users: usersOf(conditions?.part('users')),
    clientApplications: clientApplicationsOf(conditions?.part('clientApplications')),
    applications: applicationsOf(conditions?.part('applications')),
    clientAppTypes: conditions?.list('clientAppTypes') ?? [],
    platforms: pairIn(conditions?.part('platforms'), 'Platforms'),
    locations: pairIn(conditions?.part('locations'), 'Locations'),
    deviceFilter: deviceFilterOf(filter),
    signInRiskLevels: conditions?.separated('signInRiskLevels') ?? [],
    userRiskLevels: conditions?.separated('userRiskLevels') ?? [],
    servicePrincipalRiskLevels: conditions?.separated('servicePrincipalRiskLevels') ?? [],
    insiderRiskLevels: conditions?.separated('insiderRiskLevels') ?? [],
    transferMethods: conditions?.part('authenticationFlows')?.separated('transferMethods') ?? [],
    grant: grantOf(reader.part('grantControls')),
    sessionControls: reader.object('sessionControls'),
  };
}

function pair(part: PartReader | undefined, name: string): IncludeExclude {
  return { include: part?.list(`include${name}`) ?? [], exclude: part?.list(`exclude${name}`) ?? [] };
}

function pairIn(part: PartReader | undefined, name: string): IncludeExclude | undefined {
  const read = pair(part, name);
  return read.include.length + read.exclude.length === 0 ? undefined : read;
}

function usersOf(part: PartReader | undefined): UserCondition | undefined {
  if (part === undefined) return undefined;
  return {
    users: pair(part, 'Users'),
    groups: pair(part, 'Groups'),
    roles: pair(part, 'Roles'),
    includeGuests: guestsOf(part.part('includeGuestsOrExternalUsers')),
    excludeGuests: guestsOf(part.part('excludeGuestsOrExternalUsers')),
  };
}

function guestsOf(part: PartReader | undefined): GuestCondition | undefined {
  if (part === undefined) return undefined;
  const tenants = part.part('externalTenants');
  return {
    kinds: part.separated('guestOrExternalUserTypes'),
    tenants:
      tenants === undefined
        ? undefined
        : {
            membershipKind: tenants.text('membershipKind') || undefined,
            members: tenants.list('members'),
          },
  };
}

function clientApplicationsOf(part: PartReader | undefined): ClientApplicationCondition | undefined {
  if (part === undefined) return undefined;
  return {
    servicePrincipals: pair(part, 'ServicePrincipals'),
    agentServicePrincipals: pair(part, 'AgentIdServicePrincipals'),
  };
}

function applicationsOf(part: PartReader | undefined): ApplicationCondition | undefined {
  if (part === undefined) return undefined;
  return {
    applications: pair(part, 'Applications'),
    userActions: part.list('includeUserActions'),
    authenticationContexts: part.list('includeAuthenticationContextClassReferences'),
  };
}

function deviceFilterOf(part: PartReader | undefined): DeviceFilter | undefined {
  const rule = part?.text('rule') ?? '';
  if (part === undefined || rule === '') return undefined;
  return { mode: part.text('mode'), rule, condition: parseDeviceRule(rule).rule };
}

function grantOf(part: PartReader | undefined): GrantControls | undefined {
  if (part === undefined) return undefined;
  return {
    operator: part.text('operator'),
    builtInControls: part.list('builtInControls'),
    customAuthenticationFactors: part.list('customAuthenticationFactors'),
    termsOfUse: part.list('termsOfUse'),
    authenticationStrength: strengthOf(part.part('authenticationStrength')),
  };
}

function strengthOf(part: PartReader | undefined): AuthenticationStrength | undefined {
  const id = part?.text('id') ?? '';
  if (part === undefined || id === '') return undefined;
  return { id, displayName: part.text('displayName'), allowedCombinations: part.list('allowedCombinations') };
}

function problemsOf(policy: Policy, reader: PartReader): Diagnostic[] {
  const name = policyName(policy);
  const expected = new Map(reader.problems.map((problem) => [problem.path, problem.expected]));
  return policy.unread.map((path) => {
    const shape = expected.get(path);
    return shape === undefined
      ? diagnostic('LG8051', { path, policy: name }, policy.file)
      : diagnostic('LG8052', { path, policy: name, expected: shape }, policy.file);
  });
}

function ruleProblemOf(policy: Policy): Diagnostic[] {
  const { deviceFilter, file } = policy;
  if (deviceFilter === undefined || deviceFilter.condition !== undefined) return [];
  const problem = parseDeviceRule(deviceFilter.rule).problem ?? '';
  return [diagnostic('LG8056', { policy: policyName(policy), problem }, file)];
}

function placeholdersOf(policy: Policy): Diagnostic[] {
  const { users, groups } = policy.users ?? {};
  const names = [users, groups].flatMap((one) => [...(one?.include ?? []), ...(one?.exclude ?? [])]);
  return [...new Set(names.filter(isPlaceholder))].map((name) =>
    diagnostic('LG8053', { name, policy: policyName(policy) }, policy.file),
  );
}
