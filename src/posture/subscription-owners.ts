import type { EstateObject } from '../estate/index.ts';
import { fold, isObject, type Value, type ValueObject } from '../kernel/index.ts';

/** The built-in role Owner (articles/role-based-access-control/built-in-roles/privileged.md#owner). */
const ownerRole = '8e3af657-a8ff-443c-a75c-2fe8c4bcb635';

/**
 * Who has the role Owner at a subscription itself, by the folded id of the subscription: a person by name before a group before an application; of several the first by
 * name. Principals that the estate does not name are shown by their id.
 */
export function subscriptionOwners(objects: readonly EstateObject[]): Map<string, string> {
  const principals = new Map<string, string>();
  for (const { id, type, body } of objects) {
    if (/roleassignments$|roledefinitions$/i.test(type) || !isObject(body)) continue;
    const name = text(body, 'userPrincipalName') ?? text(body, 'mail') ?? text(body, 'displayName');
    if (name !== undefined) principals.set(fold(id), name);
  }
  const candidates = new Map<string, { rank: number; name: string }[]>();
  for (const { type, body } of objects) {
    if (!/roleassignments$/i.test(type) || !isObject(body)) continue;
    const properties = isObject(body.properties ?? null) ? (body.properties as ValueObject) : body;
    const scope = text(properties, 'scope') ?? '';
    const role = text(properties, 'roleDefinitionId') ?? '';
    const principal = text(properties, 'principalId');
    if (principal === undefined || !/^\/subscriptions\/[^/]+\/?$/i.test(scope)) continue;
    if (!fold(role).endsWith(ownerRole)) continue;
    const key = fold(scope.replace(/\/$/, ''));
    const list = candidates.get(key) ?? [];
    candidates.set(key, list);
    const rank = ['User', 'Group', 'ServicePrincipal'].indexOf(text(properties, 'principalType') ?? 'User');
    list.push({ rank: rank === -1 ? 3 : rank, name: principals.get(fold(principal)) ?? principal });
  }
  return new Map(
    [...candidates].map(([scope, list]) => {
      const [first] = list.sort((a, b) => a.rank - b.rank || (a.name < b.name ? -1 : 1));
      return [scope, first?.name ?? ''];
    }),
  );
}

function text(body: ValueObject, name: string): string | undefined {
  const value: Value | undefined = body[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}
