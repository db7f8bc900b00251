import { fold } from '../../kernel/index.ts';
import {
  type Clause,
  type Control,
  conditionalAccessPolicyName,
  type Evaluation,
  isAtLeast,
  isMultifactor,
  type SignIn,
  type Tenant,
  whatIf,
} from '../conditional-access/index.ts';
import type { Principal } from '../principal/index.ts';
import type { AccessAnswer } from '../question/index.ts';
import type { DecisionFact, SignInDecision } from './decision-record.ts';
import { strengthOfMethod } from './strength-of.ts';

/** The applications that answer for actions: the management of Azure, and Microsoft Graph (graph/permissions-reference). */
export const targetApplications = {
  azure: '797f4846-ba00-4fd7-ba43-dac1f8f63013',
  directory: '00000003-0000-0000-c000-000000000000',
} as const;

/** What Conditional Access makes of the session; `undefined` for managed identities, which it never covers. */
export function signInDecision(
  tenant: Tenant,
  evaluation: Evaluation,
  principal: Principal,
  signIn: Omit<Partial<SignIn>, 'identity'>,
  method: string | undefined,
): SignInDecision | undefined {
  if (principal.kind === 'managedIdentity' || principal.kind === 'group') return undefined;
  const kind = principal.kind === 'servicePrincipal' ? 'servicePrincipal' : 'user';
  const { enforced } = whatIf(
    tenant.policies,
    { ...signIn, identity: { kind, id: principal.id } },
    evaluation,
  );
  const open = enforced.requirements
    .filter(({ clause }) => !isSatisfied(clause, method))
    .map(({ policy, clause }) => ({ policy, controls: clause.map(({ name }) => name) }));
  return { outcome: enforced, open };
}

/** Whether the way of authentication satisfies a clause; what the device satisfies is left out of it already. */
function isSatisfied(clause: Clause, method: string | undefined): boolean {
  if (method === undefined) return false;
  const own = strengthOfMethod(method);
  const satisfies = ({ key, strength }: Control) =>
    strength === undefined ? fold(key) === 'mfa' && isMultifactor(own) : isAtLeast(own, strength);
  return clause.some(satisfies);
}

/** What Conditional Access says, as a fact. */
export function signInFact(
  decision: SignInDecision | undefined,
  hasPolicies: boolean,
  method: string | undefined,
): DecisionFact {
  if (decision === undefined)
    return { outcome: 'yes', text: 'Conditional Access does not cover managed identities', objects: [] };
  if (!hasPolicies)
    return { outcome: 'unknown', text: 'no Conditional Access policies were exported', objects: [] };
  const { outcome, open } = decision;
  const names = (some: readonly { readonly displayName: string; readonly id: string }[]) =>
    [...new Set(some.map(conditionalAccessPolicyName))].join(', ');
  const ids = (some: readonly { readonly id: string }[]) => [...new Set(some.map(({ id }) => id))];
  if (outcome.decision === 'blocked')
    return {
      outcome: 'no',
      text: `Conditional Access blocks it: ${names(outcome.blockedBy)}`,
      objects: ids(outcome.blockedBy),
    };
  if (outcome.decision === 'notEnoughInformation')
    return {
      outcome: 'unknown',
      text: `whether these policies apply is not known: ${names(outcome.undecided)}`,
      objects: ids(outcome.undecided),
    };
  const policies = open.map(({ policy }) => policy);
  const asked = open.map(({ controls }) => controls.join(' or ')).join(', and ');
  if (open.length > 0)
    return {
      outcome: 'if',
      text: `Conditional Access asks for ${asked}${method === undefined ? '' : `, which ${method} does not satisfy`}: ${names(policies)}`,
      objects: ids(policies),
    };
  const satisfied = outcome.requirements.map(({ policy }) => policy);
  return satisfied.length === 0
    ? { outcome: 'yes', text: 'no Conditional Access policy asks for anything', objects: [] }
    : {
        outcome: 'yes',
        text: `what Conditional Access asks for is satisfied: ${names(satisfied)}`,
        objects: ids(satisfied),
      };
}

/** What role assignments, conditions and deny assignments say, as a fact. */
export function accessFact(answer: AccessAnswer): DecisionFact {
  const { verdict, grants, denials, activatable, residualSentence } = answer;
  const active = grants.filter(({ outcome }) => outcome === 'yes' || outcome === 'if');
  const granting = active.length > 0 || verdict === 'notGranted' ? active : activatable;
  const roles = [...new Set(granting.map(({ role, scope }) => `${role.roleName} at ${scope}`))].join(', ');
  const objects = granting.map(({ assignmentId }) => assignmentId);
  switch (verdict) {
    case 'allowed':
      return { outcome: 'yes', text: `granted by ${roles === '' ? 'a way around roles' : roles}`, objects };
    case 'allowedIf':
      return {
        outcome: 'if',
        text: `granted by ${roles} on a condition: ${residualSentence ?? ''}`,
        objects,
      };
    case 'denied':
      return {
        outcome: 'no',
        text: 'denied by a deny assignment',
        objects: denials.map((one) => one.denyAssignmentId),
      };
    case 'notGranted':
      return activatable.length === 0
        ? { outcome: 'no', text: 'no role that is active grants it', objects: [] }
        : {
            outcome: 'if',
            text: `granted only after activating ${activatable.map(({ role }) => role.roleName).join(' or ')}`,
            objects: activatable.map(({ assignmentId }) => assignmentId),
          };
    default:
      return { outcome: 'unknown', text: unknownText(answer, roles), objects };
  }
}

function unknownText({ asSeen, unseen }: AccessAnswer, roles: string): string {
  const missing = unseen.map(({ what }) => what).join('; ');
  return asSeen === 'allowed' || asSeen === 'allowedIf'
    ? `granted by ${roles} as far as was seen, but ${missing}`
    : `not known: ${missing}`;
}
