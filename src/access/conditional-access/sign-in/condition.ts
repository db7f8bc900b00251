import { fold } from '../../../kernel/index.ts';
import { evaluateDeviceRule } from '../device-rule/evaluate-device-rule.ts';
import type { Policy } from '../policy/policy.ts';
import type { Evaluation } from './evaluation.ts';
import { isUnread, matchIdentity } from './match-identity.ts';
import { matchLocation } from './match-location.ts';
import { matchTarget } from './match-target.ts';
import { clientApps, platforms, type SignIn } from './sign-in.ts';
import { allOf, not, type Truth } from './truth.ts';

/** Why a policy does not apply, in Microsoft's words (graph/api/resources/whatifanalysisresult), which have none for the risk of a service principal. */
export type Reason =
  | 'policyNotEnabled'
  | 'invalidPolicy'
  | 'emptyPolicy'
  | 'users'
  | 'workloadIdentities'
  | 'application'
  | 'userActions'
  | 'authenticationContext'
  | 'devicePlatform'
  | 'devices'
  | 'clientApps'
  | 'location'
  | 'signInRisk'
  | 'servicePrincipalRisk'
  | 'userRisk'
  | 'insiderRisk'
  | 'authenticationFlow'
  | 'time'
  | 'invalidCondition';

/** The parts of a sign-in that conditions look at. */
export type ConditionName = Exclude<keyof SignIn, 'identity'> | 'identity';

/** One kind of condition of policies; it looks at one part of the sign-in. */
export interface Condition {
  readonly name: ConditionName;
  /** Whether the policy asks for anything here; what asks for nothing always holds. */
  isConfigured(policy: Policy): boolean;
  /** Whether it holds; `undefined` when that depends on what is not known. */
  matches(policy: Policy, signIn: Partial<SignIn>, evaluation: Evaluation): Truth;
  reason(signIn: Partial<SignIn>): Reason;
}

/** All conditions, in the order in which the first that does not hold is named. */
export const conditions: readonly Condition[] = [
  {
    name: 'identity',
    isConfigured: () => true,
    matches: (policy, { identity }, evaluation) => identity && matchIdentity(policy, identity, evaluation),
    reason: ({ identity }) => (identity?.kind === 'servicePrincipal' ? 'workloadIdentities' : 'users'),
  },
  {
    name: 'target',
    isConfigured: () => true,
    matches: (policy, { target }, evaluation) => target && matchTarget(policy, target, evaluation),
    reason: ({ target }) => {
      if (target?.kind === 'userAction') return 'userActions';
      return target?.kind === 'authenticationContext' ? 'authenticationContext' : 'application';
    },
  },
  {
    name: 'platform',
    isConfigured: ({ platforms: names }) => names !== undefined,
    matches: ({ platforms: names }, { platform }) =>
      platform &&
      allOf([
        isListed(names?.include ?? [], platform, platforms),
        not(isListed(names?.exclude ?? [], platform, platforms)),
      ]),
    reason: () => 'devicePlatform',
  },
  {
    name: 'device',
    isConfigured: ({ deviceFilter }) => deviceFilter !== undefined,
    matches: ({ deviceFilter }, { device }) => {
      if (device === undefined || deviceFilter?.condition === undefined) return undefined;
      const filtered = evaluateDeviceRule(deviceFilter.condition, device);
      return fold(deviceFilter.mode) === 'exclude' ? not(filtered) : filtered;
    },
    reason: () => 'devices',
  },
  {
    name: 'clientApp',
    isConfigured: ({ clientAppTypes }) => !clientAppTypes.every((one) => fold(one) === 'all'),
    matches: ({ clientAppTypes }, { clientApp }) =>
      clientApp && isListed(clientAppTypes.map(modernName), clientApp, clientApps),
    reason: () => 'clientApps',
  },
  {
    name: 'location',
    isConfigured: ({ locations }) => locations !== undefined,
    matches: ({ locations }, { location }, { directory }) =>
      location && locations && matchLocation(locations, location, directory),
    reason: () => 'location',
  },
  levelCondition('signInRisk', 'signInRiskLevels', 'signInRisk'),
  levelCondition('servicePrincipalRisk', 'servicePrincipalRiskLevels', 'servicePrincipalRisk'),
  levelCondition('userRisk', 'userRiskLevels', 'userRisk'),
  levelCondition('insiderRisk', 'insiderRiskLevels', 'insiderRisk'),
  levelCondition('flow', 'transferMethods', 'authenticationFlow'),
];

function levelCondition(
  name: 'signInRisk' | 'servicePrincipalRisk' | 'userRisk' | 'insiderRisk' | 'flow',
  list:
    | 'signInRiskLevels'
    | 'servicePrincipalRiskLevels'
    | 'userRiskLevels'
    | 'insiderRiskLevels'
    | 'transferMethods',
  reason: Reason,
): Condition {
  return {
    name,
    isConfigured: (policy) => policy[list].length > 0,
    matches: (policy, signIn) => {
      const level = signIn[name];
      return level && policy[list].some((one) => fold(one) === fold(level));
    },
    reason: () => reason,
  };
}

/** The names that Exchange ActiveSync had before. */
function modernName(name: string): string {
  return /^eas(un)?supported$/i.test(name) ? 'exchangeActiveSync' : name;
}

/** Whether a name or `all` is listed. What a list names that is not among the known may be anything. */
function isListed(list: readonly string[], name: string, known: readonly string[]): Truth {
  const folded = list.map(fold);
  if (folded.includes('all') || folded.includes(fold(name))) return true;
  return folded.every((one) => known.some((other) => fold(other) === one)) ? false : undefined;
}

const sectionsOfConditions = ['users', 'clientApplications', 'applications'];

/**
 * Whether a condition of a policy holds. `missing` says what becomes of a condition that the policy asks for and the sign-in says nothing of: it is
 * not known, or, as in Microsoft's What If API, it does not hold (docs/identity/conditional-access/what-if-tool.md).
 */
export function conditionHolds(
  condition: Condition,
  policy: Policy,
  signIn: Partial<SignIn>,
  evaluation: Evaluation,
  missing: 'unknown' | 'notMet' = 'unknown',
): Truth {
  if (isUnread(policy, unreadSection[condition.name] ?? '')) return undefined;
  if (!condition.isConfigured(policy)) return true;
  if (missing === 'notMet' && signIn[condition.name] === undefined) return false;
  return condition.matches(policy, signIn, evaluation);
}

const unreadSection: Partial<Record<ConditionName, string>> = {
  platform: 'conditions.platforms',
  device: 'conditions.devices',
  clientApp: 'conditions.clientAppTypes',
  location: 'conditions.locations',
  signInRisk: 'conditions.signInRiskLevels',
  servicePrincipalRisk: 'conditions.servicePrincipalRiskLevels',
  userRisk: 'conditions.userRiskLevels',
  insiderRisk: 'conditions.insiderRiskLevels',
  flow: 'conditions.authenticationFlows',
};

/** Reasons of conditions that the policy has and landguard does not understand, whatever the sign-in: times, agents ... */
export function reasonsNotUnderstood(policy: Policy): Reason[] {
  const known = [...sectionsOfConditions.map((one) => `conditions.${one}`), ...Object.values(unreadSection)];
  const others = policy.unread.filter(
    (path) =>
      path === 'state' ||
      path === 'conditions' ||
      (path.startsWith('conditions.') && !known.some((one) => path === one || path.startsWith(`${one}.`))) ||
      !/^(state|conditions|grantControls|sessionControls)\b/.test(path),
  );
  return [
    ...new Set(
      others.map((path): Reason => (path.startsWith('conditions.times') ? 'time' : 'invalidCondition')),
    ),
  ];
}
