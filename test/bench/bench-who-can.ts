import { join } from 'node:path';
import {
  type AccessModel,
  decide,
  diffAccess,
  readAccess,
  reviewAccess,
  whatCan,
  whoCan,
} from '../../src/access/index.ts';
import { type Estate, type EstateObject, type EstateScope, ScopeTree } from '../../src/estate/index.ts';
import { fold } from '../../src/kernel/index.ts';
import { loadRoles } from '../../src/library/index.ts';
import { medianMs, printLine } from './measure.ts';
import { randomNumbers } from './random.ts';

const userCount = 160_000;
const workloadCount = 30_000;
const groupCount = 10_000;
const assignmentCount = 100_000;
const subscriptionCount = 200;

/** Who may do what in an estate of 200,000 principals, with nested groups, and 100,000 role assignments. */
export async function benchWhoCan(packageFolder: string): Promise<void> {
  const roles = loadRoles(join(packageFolder, 'facts'));
  const estate = syntheticEstate(roles.all().map(({ name }) => name));
  globalThis.gc?.();
  const before = process.memoryUsage();
  const started = performance.now();
  const model = await readAccess(
    estate,
    {
      role: roles.find,
      directoryRole: () => undefined,
      isDataAction: (action) => fold(action).includes('/blobs/'),
    },
    { exported: ['roleAssignments', 'denyAssignments', 'groupMembers', 'managementGroups', 'delegations'] },
  );
  const readMs = performance.now() - started;
  globalThis.gc?.();
  const after = process.memoryUsage();
  const heldBytes = after.heapUsed + after.arrayBuffers - before.heapUsed - before.arrayBuffers;
  const held = Math.round(heldBytes / 1024 / 1024);
  printLine(
    `access model of ${model.principals.size} principals, ${model.azure.all.length} assignments`,
    `${Math.round(readMs)} ms, ${held} MB`,
    `${model.membership.pairCount} memberships`,
  );
  benchQuestions(model);
}

function benchQuestions(model: AccessModel): void {
  const resource = '/subscriptions/sub-7/resourceGroups/rg-3/providers/Microsoft.Web/sites/web';
  for (const action of ['Microsoft.Web/sites/read', 'Microsoft.Authorization/roleAssignments/write']) {
    const { counts, grants } = whoCan(model, { action, resource });
    printLine(
      `who can ${action}`,
      `${medianMs(() => whoCan(model, { action, resource }), 15).toFixed(1)} ms`,
      `${counts.allowed} may, by ${grants.length} assignments`,
    );
  }
  const principal = 'u77@contoso.example';
  const question = { principal, action: 'Microsoft.Web/sites/read', resource };
  printLine(
    'can',
    `${medianMs(() => decide(model, question), 15).toFixed(2)} ms`,
    decide(model, question).verdict,
  );
  const review = timed(() => reviewAccess(model, { now: '2026-11-01T00:00:00Z' }));
  printLine('review', `${review.ms} ms`, `${Object.keys(review.result.counts).length} kinds of flags`);
  const difference = timed(() => diffAccess(model, model));
  printLine(
    'diff with itself',
    `${difference.ms} ms`,
    `${difference.result.principalCount} principals differ`,
  );
  const { scopes } = whatCan(model, { principal });
  printLine(
    'what can',
    `${medianMs(() => whatCan(model, { principal }), 5).toFixed(1)} ms`,
    `${scopes.length} scopes`,
  );
}

function timed<Result>(run: () => Result): { readonly result: Result; readonly ms: number } {
  const started = performance.now();
  const result = run();
  return { result, ms: Math.round(performance.now() - started) };
}

function syntheticEstate(roles: readonly string[]): Estate {
  const random = randomNumbers(1);
  const pick = (count: number) => Math.floor(random() * count);
  const objects: EstateObject[] = [];
  const add = (type: string, id: string, body: EstateObject['body']) =>
    objects.push({ type, id, body, file: 'bench' });
  for (let at = 0; at < userCount; at++)
    add('microsoft.graph.user', guid('1', at), {
      id: guid('1', at),
      displayName: `User ${at}`,
      userPrincipalName: `u${at}@contoso.example`,
      accountEnabled: true,
    });
  for (let at = 0; at < workloadCount; at++)
    add('microsoft.graph.servicePrincipal', guid('2', at), {
      id: guid('2', at),
      displayName: `Workload ${at}`,
    });
  for (let at = 0; at < groupCount; at++) {
    // The first one holds most users, and every group of a hundred holds the one before it.
    const size = at === 0 ? 100_000 : 40;
    const members = Array.from({ length: size }, (_, index) => ({
      '@odata.type': '#microsoft.graph.user',
      id: guid('1', at === 0 ? index : pick(userCount)),
    }));
    if (at > 0 && at % 100 !== 0)
      members.push({ '@odata.type': '#microsoft.graph.group', id: guid('3', at - 1) });
    add('microsoft.graph.group', guid('3', at), { id: guid('3', at), displayName: `Group ${at}`, members });
  }
  for (let at = 0; at < assignmentCount; at++) {
    const scope = at % 100 === 0 ? managementGroup(pick(3)) : placeIn(pick(subscriptionCount), pick(10));
    const kind = random();
    const principalId =
      kind < 0.5
        ? guid('3', pick(groupCount))
        : kind < 0.8
          ? guid('1', pick(userCount))
          : guid('2', pick(workloadCount));
    const role = roles[at % 5 === 0 ? pick(roles.length) : at % 7] ?? '';
    const id = `${scope}/providers/Microsoft.Authorization/roleAssignments/${guid('4', at)}`;
    const properties = { scope, principalId, roleDefinitionId: `/roleDefinitions/${commonRole(at) ?? role}` };
    add('Microsoft.Authorization/roleAssignments', id, { id, properties });
  }
  return {
    name: 'bench',
    scopes: new ScopeTree(scopes()),
    governance: [],
    objects,
    resourceCounts: new Map(),
    scopeCounts: new Map(),
    async *resources() {},
  };
}

/** Owner, Contributor and Reader for most: that is how estates are. */
function commonRole(at: number): string | undefined {
  const common = [
    'acdd72a7-3385-48ef-bd42-f606fba81ae7',
    'b24988ac-6180-42a0-ab88-20f7382dd24c',
    '8e3af657-a8ff-443c-a75c-2fe8c4bcb635',
  ];
  return at % 4 === 0 ? undefined : common[at % 3];
}

function* scopes(): Generator<EstateScope> {
  for (let at = 0; at < 3; at++)
    yield scope(managementGroup(at), 'managementGroup', at === 0 ? undefined : managementGroup(at - 1));
  for (let at = 0; at < subscriptionCount; at++)
    yield scope(`/subscriptions/sub-${at}`, 'subscription', managementGroup(at % 3));
}

function scope(id: string, kind: EstateScope['kind'], parentId: string | undefined): EstateScope {
  const name = id.slice(id.lastIndexOf('/') + 1);
  return { id, kind, name, displayName: name, parentId, body: undefined };
}

function managementGroup(number: number): string {
  return `/providers/Microsoft.Management/managementGroups/mg-${number}`;
}

function placeIn(subscription: number, group: number): string {
  return `/subscriptions/sub-${subscription}${group > 6 ? '' : `/resourceGroups/rg-${group}`}`;
}

function guid(kind: string, number: number): string {
  return `00000000-0000-0000-000${kind}-${String(number).padStart(12, '0')}`;
}
