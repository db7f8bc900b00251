import { type RoleDefinition, readRoleDefinition } from '../../access/index.ts';
import { fold, isObject, Unknown, type Value } from '../../kernel/index.ts';
import type { ExpandedResource } from '../../template/index.ts';
import { type DeployedResource, type DeployedResources, shownName } from './deployed-resources.ts';
import { namedTarget } from './named-target.ts';

/** Looks up a role by the GUID in its id, in any case. */
export type RoleLookup = (guid: string) => RoleDefinition | undefined;

/** The role that a `roleDefinitionId` means, or why it is not known. */
export type GrantedRole =
  | { readonly name: string; readonly definition: RoleDefinition }
  | { readonly name: string; readonly definition?: undefined; readonly problem: string };

const guid = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Reads the role of an assignment: one that the deployment defines, or else one that `lookup` has. */
export function grantedRole(
  value: Value | undefined,
  near: ExpandedResource,
  deployed: DeployedResources,
  lookup: RoleLookup,
): GrantedRole {
  if (value instanceof Unknown || typeof value === 'string') {
    const own = deployed.find(namedTarget(value), near);
    if (own !== undefined) return definedHere(own);
    const id = guid.exec(typeof value === 'string' ? value : value.suffix)?.[0];
    if (id !== undefined) return knownRole(id, deployed, lookup);
    const parameter =
      value instanceof Unknown ? value.causes.find((one) => one.kind === 'parameter') : undefined;
    const name = parameter === undefined ? shownName(value) : `that ${parameter.name} names`;
    return { name: '', problem: `the role ${name} is not known` };
  }
  return { name: '', problem: 'the assignment names no role' };
}

function knownRole(id: string, deployed: DeployedResources, lookup: RoleLookup): GrantedRole {
  const definition = lookup(id);
  if (definition !== undefined) return { name: definition.roleName, definition };
  const own = deployed.all.find(
    (one) =>
      fold(one.type) === 'microsoft.authorization/roledefinitions' &&
      typeof one.name === 'string' &&
      fold(one.name) === fold(id),
  );
  return own === undefined
    ? { name: id, problem: `the role ${id} is neither built in nor defined by this deployment` }
    : definedHere(own);
}

function definedHere(resource: DeployedResource): GrantedRole {
  const name = shownName(resource.name);
  const id = typeof resource.id === 'string' ? resource.id : `/${name}`;
  const reading = readRoleDefinition(withoutScopes({ ...resource.body, id, name }));
  return 'role' in reading
    ? { name: reading.role.roleName, definition: reading.role }
    : { name, problem: `the role ${name} of this deployment cannot be read: ${reading.problem}` };
}

/** Where a role may be assigned says nothing of what it grants, and is often not known before the deployment. */
function withoutScopes(body: Record<string, Value>): Value {
  const { properties } = body;
  if (properties === undefined || !isObject(properties)) return body;
  const kept = Object.entries(properties).filter(([name]) => fold(name) !== 'assignablescopes');
  return { ...body, properties: Object.fromEntries(kept) };
}
