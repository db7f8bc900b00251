import { fold, isObject, type Value, type ValueObject } from '../../../kernel/index.ts';
import { saysNothing } from './part-reader.ts';
import type { Policy } from './policy.ts';

/** What tells about a policy without changing what it does. */
const descriptive: ReadonlySet<string> = new Set(
  ['createdDateTime', 'modifiedDateTime', 'deletedDateTime', 'templateId', 'description'].map(fold),
);

/** Parts whose inside says nothing about who is let in: the facts about a strength beside its combinations. */
const insignificant: ReadonlySet<string> = new Set(
  ['displayName', 'description', 'policyType', 'requirementsSatisfied', ...descriptive].map(fold),
);

/** Traffic of Global Secure Access is a target of its own: that a policy is for it says nothing about applications. */
const otherTargets: ReadonlySet<string> = new Set([
  'conditions.applications.globalSecureAccess',
  'conditions.applications.networkAccess',
]);

const controls: ReadonlySet<string> = new Set(
  [
    'block',
    'mfa',
    'compliantDevice',
    'domainJoinedDevice',
    'approvedApplication',
    'compliantApplication',
    'passwordChange',
    'riskRemediation',
  ].map(fold),
);
const states: ReadonlySet<string> = new Set(
  ['enabled', 'disabled', 'enabledForReportingButNotEnforced'].map(fold),
);

/** The paths of what a policy says and landguard does not understand. */
export function unreadPaths(policy: Omit<Policy, 'extra' | 'unread' | 'file'>, extra: ValueObject): string[] {
  const found = Object.entries(extra).flatMap(([name, value]) => pathsIn(name, name, value, descriptive));
  if (!states.has(fold(policy.state))) found.push('state');
  const { grant, deviceFilter } = policy;
  if (grant !== undefined) {
    if (!['and', 'or'].includes(fold(grant.operator)) && controlCount(policy) > 1)
      found.push('grantControls.operator');
    if (grant.builtInControls.some((one) => !controls.has(fold(one))))
      found.push('grantControls.builtInControls');
  }
  if (deviceFilter !== undefined && !['include', 'exclude'].includes(fold(deviceFilter.mode)))
    found.push('conditions.devices.deviceFilter.mode');
  return found;
}

function controlCount({ grant }: Pick<Policy, 'grant'>): number {
  if (grant === undefined) return 0;
  const strengths = grant.authenticationStrength === undefined ? 0 : 1;
  return (
    grant.builtInControls.length +
    grant.customAuthenticationFactors.length +
    grant.termsOfUse.length +
    strengths
  );
}

/** Annotations of OData hold no part of the policy. */
function isAnnotation(name: string): boolean {
  return name.includes('@odata.') || name.startsWith('#');
}

function pathsIn(path: string, name: string, value: Value, skipped: ReadonlySet<string>): string[] {
  if (isAnnotation(name) || skipped.has(fold(name)) || saysNothing(value) || otherTargets.has(path))
    return [];
  if (!isObject(value)) return [path];
  const inner = fold(name) === 'authenticationstrength' ? insignificant : none;
  return Object.entries(value).flatMap(([key, part]) => pathsIn(`${path}.${key}`, key, part, inner));
}

const none: ReadonlySet<string> = new Set();
