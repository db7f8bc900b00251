import { fold } from '../../../kernel/index.ts';
import type { IncludeExclude, Policy } from '../policy/policy.ts';
import { azureManagementId } from './application-groups.ts';
import type { Evaluation } from './evaluation.ts';
import { isUnread } from './match-identity.ts';
import type { SignInTarget } from './sign-in.ts';
import { allOf, anyOf, not, type Truth } from './truth.ts';

type ApplicationTarget = Extract<SignInTarget, { kind: 'application' }>;

/** Windows Azure Active Directory: what baseline scopes count as. */
export const directoryApplicationId = '00000002-0000-0000-c000-000000000000';

const groupNames: ReadonlySet<string> = new Set([
  'office365',
  'microsoftadminportals',
  'allagentidresources',
  azureManagementId,
]);

/**
 * Whether a policy is for a resource, user action or authentication context (docs/identity/conditional-access/concept-conditional-access-cloud-apps.md).
 * A sign-in is to one application: to name a group of them matches nothing.
 */
export function matchTarget(policy: Policy, target: SignInTarget, evaluation: Evaluation): Truth {
  if (isUnread(policy, 'conditions.applications')) return undefined;
  const condition = policy.applications;
  if (condition === undefined) return false;
  switch (target.kind) {
    case 'userAction':
      return condition.userActions.some((one) => fold(one) === fold(target.action));
    case 'authenticationContext':
      return condition.authenticationContexts.some((one) => fold(one) === fold(target.id));
    default:
      return target.baselineScopes === undefined
        ? matchApplication(condition.applications, target.id, evaluation)
        : matchBaselineScopes(condition.applications, target, evaluation);
  }
}

/** Whether a policy is for all resources, with exclusions: the kind whose meaning changes in 2026. */
export function isAllWithExclusions({ include, exclude }: IncludeExclude): boolean {
  return exclude.length > 0 && include.some((one) => fold(one) === 'all');
}

function matchApplication(condition: IncludeExclude, id: string, evaluation: Evaluation): Truth {
  const isNamed = (names: readonly string[]) =>
    anyOf(names.map((name) => isApplication(fold(name), id, evaluation)));
  return allOf([isNamed(condition.include), not(isNamed(condition.exclude))]);
}

function isApplication(name: string, id: string, { directory }: Evaluation): Truth {
  if (name === 'all') return true;
  const isGroup = groupNames.has(name);
  if (name === fold(id)) return !isGroup || name === azureManagementId;
  return isGroup ? directory.isInApplicationGroup(id, name) : false;
}

function matchBaselineScopes(
  condition: IncludeExclude,
  target: ApplicationTarget,
  evaluation: Evaluation,
): Truth {
  const { baselineScopes } = evaluation;
  if (isAllWithExclusions(condition)) {
    const asClient =
      target.isConfidentialClient === true ? matchApplication(condition, target.id, evaluation) : false;
    if (baselineScopes === 'legacy' || (target.isConfidentialClient === true && asClient === true))
      return asClient;
    if (target.isConfidentialClient === true && target.baselineScopes === 'openId') return asClient;
  } else if (baselineScopes === 'legacy')
    return condition.include.some((one) => fold(one) === 'all') && condition.exclude.length === 0;
  const id = typeof baselineScopes === 'object' ? baselineScopes.applicationId : directoryApplicationId;
  return matchApplication(condition, id, evaluation);
}
