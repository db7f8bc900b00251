import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import {
  type EscalationGround,
  type EscalationNode,
  type EscalationPath,
  type EscalationQuestion,
  type EscalationReport,
  type EscalationRules,
  escalations,
  readEscalationRules,
  readGround,
} from '../../../../src/access/escalation/index.ts';
import {
  everything,
  type SmallEstate,
  smallId,
  smallObjects,
  smallScope,
} from '../../../../src/access/estate/access.case.ts';
import { type AccessFacts, type AccessModel, readAccess } from '../../../../src/access/estate/index.ts';
import type { RoleDefinition } from '../../../../src/access/role/index.ts';
import { memoryEstate } from '../../../../src/estate/index.ts';
import type { Value, ValueObject } from '../../../../src/kernel/index.ts';
import { loadAppRoles, loadDirectoryRoles, loadRoles } from '../../../../src/library/index.ts';

/** A small estate with what escalations lead over. */
export interface EscalationEstate extends SmallEstate {
  /** Resources by id in small (`prod/app/Microsoft.Compute/virtualMachines/web`), with the names of their identities. */
  readonly resources?: Readonly<
    Record<
      string,
      {
        readonly identities?: readonly string[];
        readonly [property: string]: Value | readonly string[] | undefined;
      }
    >
  >;
  /** Managed identities; a value of `false` is one that is switched off. */
  readonly identities?: Readonly<Record<string, boolean>>;
  /** Directory roles by name: who has them, and who is eligible. */
  readonly directory?: readonly { readonly role: string; readonly to: string; readonly at?: string }[];
  readonly eligibleDirectory?: readonly { readonly role: string; readonly to: string }[];
  /** Application permissions of Microsoft Graph. */
  readonly appRoles?: readonly { readonly name: string; readonly to: string }[];
  /** Owners by the group or workload that they own. */
  readonly owners?: Readonly<Record<string, readonly string[]>>;
}

/** Estates, and all paths that are to be found in them. */
export interface EscalationCase {
  readonly name: string;
  readonly estate: EscalationEstate;
  readonly from?: string;
  readonly to?: string;
  /** `start: rule > rule > ... = target`, or with `~` instead of `=` for those that depend on something; standing ones are left out. */
  readonly paths: readonly string[];
  /** What to take away, for the first path. */
  readonly removal?: readonly string[];
}

const facts = new URL('../../../../facts/', import.meta.url).pathname;

/** The rules that come with the program. */
export const rules: EscalationRules = readEscalationRules(
  JSON.parse(readFileSync(`${facts}escalations.json`, 'utf8')),
);

/** The built-in roles under the GUIDs that small estates have for their names. */
export const builtInRoles: readonly RoleDefinition[] = loadRoles(facts)
  .all()
  .map((role) => ({ ...role, name: smallId('role', role.roleName) }));

const rolesByGuid = new Map(builtInRoles.map((role) => [role.name, role]));
const directoryRoles = loadDirectoryRoles(facts);
const appRoles = loadAppRoles(facts).all();
const graph = '00000003-0000-0000-c000-000000000000';

const accessFacts: AccessFacts = {
  role: (guid) => rolesByGuid.get(guid),
  directoryRole: (guid) => {
    const role = directoryRoles.find(guid);
    return role && directoryRole(role);
  },
  isDataAction: (action) => /\/vaults\/secrets\/|loginasadmin/i.test(action),
};

function directoryRole({
  name,
  roleName,
  actions,
  inherits,
}: (typeof directoryRoles.roles)[number]): RoleDefinition {
  const permissions = [{ actions, notActions: [], dataActions: [], notDataActions: [] }];
  return { id: name, name, roleName, type: 'built-in', assignableScopes: ['/'], permissions, inherits };
}

/** The cases of a file. */
export function readEscalationCases(url: URL): readonly EscalationCase[] {
  const { cases }: { cases: readonly EscalationCase[] } = parse(readFileSync(url, 'utf8'));
  return cases;
}

/** An estate to look in, and what was read of it. */
export async function groundOf(
  small: EscalationEstate,
  recase: (text: string) => string = (text) => text,
): Promise<{ readonly ground: EscalationGround; readonly model: AccessModel }> {
  const estate = named(small);
  const objects = [...smallObjects(estate), ...resourcesOf(estate), ...directoryOf(estate)].map((one) =>
    recased(one, recase),
  );
  const { estate: read } = memoryEstate(objects, '2026-11-01T00:00:00Z');
  const model = await readAccess(read, accessFacts, { exported: everything });
  const ground = await readGround(read, model, rules, {
    builtInRoles,
    appRoleName: (_, id) => appRoles.find((role) => role.appId === graph && role.id === id)?.value,
  });
  return { ground, model };
}

/** What is asked of a small estate; names stand for principals, places for scopes and resources. */
export interface SmallQuestion extends Partial<Pick<EscalationQuestion, 'rules' | 'removals' | 'limits'>> {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** The answer for an estate. */
export async function escalationsIn(
  estate: EscalationEstate,
  { from, to, ...question }: SmallQuestion = {},
): Promise<EscalationReport> {
  const { ground } = await groundOf(estate);
  return escalations(ground, {
    rules,
    ...question,
    from: from === undefined ? undefined : idOf(from, estate),
    to: to === undefined ? undefined : idOf(to, estate),
  });
}

function idOf(text: string, estate: EscalationEstate): string {
  return namesOf(estate).has(text) ? smallId('principal', text) : smallScope(text);
}

/** A path as cases write it. */
export function pathText({ from, to, steps, certainty }: EscalationPath, estate: EscalationEstate): string {
  const sign = certainty === 'certain' ? '=' : '~';
  return `${nodeText(from, estate)}: ${steps.map(({ rule }) => rule.id).join(' > ')} ${sign} ${nodeText(to, estate)}`;
}

function nodeText(node: EscalationNode, estate: EscalationEstate): string {
  if (node.kind === 'principal')
    return (
      [...namesOf(estate)].find((name) => smallId('principal', name) === node.id.toLowerCase()) ?? node.id
    );
  if (node.kind === 'tenant') return 'tenant';
  return `${node.kind} ${node.id.slice(node.id.lastIndexOf('/') + 1) || '/'}`;
}

function namesOf(estate: EscalationEstate): ReadonlySet<string> {
  return new Set([
    ...(estate.users ?? []).map((one) => (typeof one === 'string' ? one : one.name)),
    ...(estate.workloads ?? []),
    ...Object.keys(estate.groups ?? {}),
    ...Object.keys(estate.identities ?? {}),
  ]);
}

/** `{role:Owner}` and the like in conditions. */
function named(estate: EscalationEstate): EscalationEstate {
  return JSON.parse(
    JSON.stringify(estate).replace(/\{(principal|role):([^}"]+)\}/g, (_, kind, name) => smallId(kind, name)),
  );
}

function* resourcesOf({ resources = {}, identities = {} }: EscalationEstate): Generator<Value> {
  for (const [name, isEnabled] of Object.entries(identities))
    yield {
      '@odata.type': '#microsoft.graph.servicePrincipal',
      id: smallId('principal', name),
      displayName: name,
      appId: smallId('policy', name),
      servicePrincipalType: 'ManagedIdentity',
      accountEnabled: isEnabled,
    };
  for (const [place, { identities: own, ...properties }] of Object.entries(resources)) {
    const id = smallScope(place);
    const [, type = ''] = /\/providers\/(.+?\/.+?)\//.exec(id) ?? [];
    const principalId = own?.[0] === undefined ? undefined : smallId('principal', own[0]);
    const isIdentity = type === 'Microsoft.ManagedIdentity/userAssignedIdentities';
    yield {
      id,
      type,
      name: id.slice(id.lastIndexOf('/') + 1),
      properties: { ...(properties as ValueObject), ...(isIdentity && principalId ? { principalId } : {}) },
      ...(isIdentity || principalId === undefined
        ? {}
        : { identity: { type: 'SystemAssigned', principalId } }),
    };
  }
}

function* directoryOf(estate: EscalationEstate): Generator<Value> {
  const guid = (name: string) => directoryRoles.roles.find(({ roleName }) => roleName === name)?.name ?? name;
  const assignment = (one: { role: string; to: string; at?: string }, at: number, type: string): Value => ({
    '@odata.type': `#microsoft.graph.${type}`,
    id: `${type}-${at}`,
    roleDefinitionId: guid(one.role),
    principalId: smallId('principal', one.to),
    directoryScopeId: one.at === undefined ? '/' : `/${smallId('principal', one.at)}`,
  });
  yield* (estate.directory ?? []).map((one, at) => assignment(one, at, 'unifiedRoleAssignment'));
  yield* (estate.eligibleDirectory ?? []).map((one, at) =>
    assignment(one, at, 'unifiedRoleEligibilityScheduleInstance'),
  );
  for (const [at, { name, to }] of (estate.appRoles ?? []).entries())
    yield {
      '@odata.type': '#microsoft.graph.appRoleAssignment',
      id: `app-role-${at}`,
      principalId: smallId('principal', to),
      resourceId: smallId('principal', 'Microsoft Graph'),
      appRoleId: appRoles.find((role) => role.appId === graph && role.value === name)?.id ?? name,
    };
  for (const [owned, owners] of Object.entries(estate.owners ?? {})) {
    const people = owners.map((one) => ({ id: smallId('principal', one) }));
    if (estate.groups?.[owned] !== undefined)
      yield { kind: 'AZGroupOwner', data: { groupId: smallId('principal', owned), owners: people } };
    else
      yield {
        '@odata.type': '#microsoft.graph.application',
        id: smallId('assignment', owned),
        appId: smallId('policy', owned),
        displayName: owned,
        owners: people,
      };
  }
}

const recasedKeys = ['id', 'scope', 'principalId', 'roleDefinitionId', 'actions', 'dataActions'];

/** The same with other letters in ids and actions, which are no other ids and actions. */
function recased(value: Value, recase: (text: string) => string): Value {
  if (Array.isArray(value)) return value.map((one) => recased(one, recase));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value as ValueObject).map(([key, one]) => {
      if (!recasedKeys.includes(key)) return [key, recased(one, recase)];
      if (typeof one === 'string') return [key, recase(one)];
      return [
        key,
        Array.isArray(one)
          ? one.map((text) => (typeof text === 'string' ? recase(text) : recased(text, recase)))
          : one,
      ];
    }),
  );
}
