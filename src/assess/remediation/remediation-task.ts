import { fold, isObject, type Value, type ValueObject } from '../../kernel/index.ts';
import { type AssignedPolicy, nameOfId, type PolicySubject } from '../../policy/index.ts';
import type { RemediationTask } from './remediation.ts';

/** The remediation task of a modify or deployIfNotExists policy: the roles that its assignment's identity needs are stated in the definition (effect-modify.md, effect-deploy-if-not-exists.md). */
export function remediationTask(
  { policy, assignment, reference }: AssignedPolicy,
  subject: PolicySubject,
  principalId: string | undefined,
): RemediationTask {
  const scope = assignment.scope === '' ? scopeOf(subject) : assignment.scope;
  return {
    name: `remediate-${slug(policy.definition.name || policy.definition.displayName)}`,
    assignmentId: assignment.id,
    referenceId: reference?.referenceId,
    principalId,
    roles: roleIdsOf(policy.definition.rule.details).map((roleId) => ({ roleId, scope })),
  };
}

/** A property of an object by name, without regard to case. */
export function memberOf(value: Value | undefined, name: string): Value | undefined {
  const object: ValueObject = value !== undefined && isObject(value) ? value : {};
  const key = Object.keys(object).find((one) => fold(one) === fold(name));
  return key === undefined ? undefined : object[key];
}

function roleIdsOf(details: Value | undefined): string[] {
  const ids = memberOf(details, 'roleDefinitionIds');
  if (!Array.isArray(ids)) return [];
  return [...new Set(ids.flatMap((id) => (typeof id === 'string' ? [nameOfId(id)] : [])))];
}

function scopeOf({ id }: PolicySubject): string {
  return typeof id === 'string' ? (/^\/subscriptions\/[^/]+/i.exec(id)?.[0] ?? '/') : '/';
}

const nameLengthMax = 64;

function slug(name: string): string {
  const words = fold(name)
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '');
  return (words === '' ? 'policy' : words).slice(0, nameLengthMax - 'remediate-'.length);
}
