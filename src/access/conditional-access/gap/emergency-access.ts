import { fold } from '../../../kernel/index.ts';
import type { Policy } from '../policy/policy.ts';
import { conditionHolds, conditions } from '../sign-in/condition.ts';
import type { SignIn } from '../sign-in/sign-in.ts';
import type { CoverageModel, ModelPolicy } from './coverage-model.ts';

/** How emergency access accounts stand to the policies (docs/identity/role-based-access-control/security-emergency-access.md). */
export interface EmergencyAccess {
  /** Names of the accounts: as stated, or the users that no policy with grant controls is for. */
  readonly accounts: readonly string[];
  readonly isStated: boolean;
  /**
   * `none`: a mistake in the policies may lock everybody out; `one`: two or more are recommended; `tooMany`: users escape that are hardly meant
   * for emergencies.
   */
  readonly count: 'none' | 'one' | 'tooMany' | 'enough';
  /** Accounts and the policies that they are, or may be, subject to. */
  readonly subjectTo: readonly { readonly account: string; readonly policies: readonly Policy[] }[];
}

const accountsMax = 4;

/** Looks for emergency access accounts, and for policies that they are not excluded from. */
export function emergencyAccess(
  model: CoverageModel,
  stated: readonly string[] | undefined,
): EmergencyAccess {
  const { users } = model.tenant;
  const subjects = stated === undefined ? users : stated.map((id) => userNamed(users, id));
  const demanding = model.policies.filter(({ clauses }) => clauses.length > 0);
  const found = subjects.map(({ id, name }) => ({
    account: name ?? id,
    policies: policiesFor(id, demanding, model),
  }));
  const free = found.filter(({ policies }) => policies.length === 0);
  const accounts = (stated === undefined ? free : found).map(({ account }) => account);
  return {
    accounts,
    isStated: stated !== undefined,
    count: countOf(stated === undefined ? accounts.length : free.length),
    subjectTo: stated === undefined ? [] : found.filter(({ policies }) => policies.length > 0),
  };
}

function userNamed(
  users: CoverageModel['tenant']['users'],
  id: string,
): { readonly id: string; readonly name?: string | undefined } {
  return users.find((user) => fold(user.id) === fold(id)) ?? { id };
}

function policiesFor(id: string, policies: readonly ModelPolicy[], { evaluation }: CoverageModel): Policy[] {
  const signIn: Partial<SignIn> = { identity: { kind: 'user', id } };
  const condition = conditions.find(({ name }) => name === 'identity');
  if (condition === undefined) return [];
  return policies
    .filter(({ policy }) => conditionHolds(condition, policy, signIn, evaluation) !== false)
    .map(({ policy }) => policy);
}

function countOf(count: number): EmergencyAccess['count'] {
  if (count === 0) return 'none';
  if (count === 1) return 'one';
  return count > accountsMax ? 'tooMany' : 'enough';
}
