import type { ValueObject } from '../../kernel/index.ts';
import { personCount, workloadPrincipal } from './directory-objects.ts';
import { generatedGuid, tenantId } from './generated-id.ts';
import type { GeneratedSubscription } from './generated-subscription.ts';
import { ancestorsChain } from './management-groups.ts';
import type { Place } from './place.ts';
import { hub, logs } from './platform-services.ts';
import type { Random } from './random.ts';
import { type GroupFacts, resourceGroup } from './resource-group.ts';
import { flowLog } from './resources/flow-log.ts';
import { keyVault } from './resources/key-vault.ts';
import { managedIdentity } from './resources/managed-identity.ts';
import { recoveryVault } from './resources/recovery-vault.ts';
import { routeTable } from './resources/route-table.ts';
import { virtualMachine } from './resources/virtual-machine.ts';
import { virtualNetwork } from './resources/virtual-network.ts';
import { roleAssignment } from './role-assignment.ts';
import { hubNetworkId } from './shared-services.ts';
import { subscriptionGovernance } from './subscription-governance.ts';
import { platformGroups } from './subscription-plan.ts';
import { subscriptionServices } from './subscription-services.ts';
import { weaknesses } from './weaknesses.ts';
import { workloads } from './workloads.ts';

const workloadNames = [
  ...['orders', 'billing', 'catalogue', 'claims', 'payroll', 'fleet', 'portal', 'loyalty', 'pricing'],
  ...['forecast', 'recruiting', 'booking', 'returns', 'sensors', 'archive', 'inventory'],
] as [string, ...string[]];

/** How many workloads the estate has up to here. */
interface WorkloadCounter {
  count: number;
}

/** All objects of a subscription: itself, who may do what in it, its policies, and its resource groups with their resources. */
export function* subscriptionObjects(
  subscription: GeneratedSubscription,
  random: Random,
  now: string,
  counter: WorkloadCounter,
): Generator<ValueObject> {
  yield subscriptionRow(subscription);
  yield* subscriptionAccess(subscription, random);
  yield* subscriptionGovernance(subscription, now);
  yield* subscriptionServices(subscription, random);
  const shared = {
    random,
    now,
    subscription,
    environment: 'prod',
    owner: 'cloud-platform@contoso.example',
  } as const;
  yield* sharedGroups(subscription, shared);
  if (platformGroups.includes(subscription.managementGroup)) return;
  const count = random.integer(6, 14);
  for (let at = 0; at < count; at++) yield* workloadObjects(shared, ++counter.count);
}

function subscriptionRow({ id, guid, displayName, managementGroup }: GeneratedSubscription): ValueObject {
  const isActive = managementGroup !== 'decommissioned';
  return {
    id,
    name: displayName,
    type: 'microsoft.resources/subscriptions',
    tenantId,
    subscriptionId: guid,
    location: '',
    resourceGroup: '',
    properties: {
      state: isActive ? 'Enabled' : 'Warned',
      managementGroupAncestorsChain: ancestorsChain(managementGroup),
      managedByTenants: [],
      subscriptionPolicies: { quotaId: 'EnterpriseAgreement_2014-09-01', spendingLimit: 'Off' },
    },
    tags: managementGroup === '' ? null : { owner: 'cloud-platform@contoso.example' },
  };
}

function* subscriptionAccess({ id, number }: GeneratedSubscription, random: Random): Generator<ValueObject> {
  const assign = (at: number) => ({ number: number * 10 + at, scope: id });
  yield roleAssignment({
    ...assign(0),
    role: 'reader',
    principalId: generatedGuid('team', 3),
    principalType: 'Group',
  });
  yield roleAssignment({
    ...assign(1),
    role: 'networkContributor',
    principalId: generatedGuid('team', 0),
    principalType: 'Group',
  });
  if (!random.chance(weaknesses['owner-of-subscription'].share)) return;
  const principalId = generatedGuid('person', random.integer(0, personCount - 1));
  yield roleAssignment({ ...assign(2), role: 'owner', principalId, principalType: 'User' });
}

type SharedFacts = Pick<GroupFacts, 'random' | 'now' | 'subscription' | 'environment' | 'owner'>;

function* sharedGroups(subscription: GeneratedSubscription, shared: SharedFacts): Generator<ValueObject> {
  const group = (name: string) =>
    resourceGroup({ ...shared, name: `rg-${name}`, workload: name, number: subscription.number });
  if (subscription.managementGroup === 'connectivity') yield* inGroup(group('hub'), hub, hubFlowLog);
  else yield* inGroup(group('network'), spoke);
  if (subscription.managementGroup === 'management') yield* inGroup(group('logs'), logs);
  yield* inGroup(group('backup'), recoveryVault);
  if (subscription.managementGroup === 'identity')
    yield* inGroup(group('identity'), (place) => virtualMachine(place, 1), keyVault);
  if (subscription.managementGroup === 'security') yield* inGroup(group('security'), keyVault);
}

function hubFlowLog(place: Place): ValueObject[] {
  return flowLog(place, hubNetworkId);
}

function spoke(place: Place): ValueObject[] {
  const { networkId, number } = place.subscription;
  const routes = routeTable(place);
  const network = virtualNetwork(place, {
    name: networkId.slice(networkId.lastIndexOf('/') + 1),
    block: 1 + (number % 250),
    subnets: ['snet-apps', 'snet-machines', 'snet-endpoints'],
    peerId: hubNetworkId,
    routeTableId: `${place.groupId}/providers/Microsoft.Network/routeTables/rt-spoke`,
  });
  return [...routes, ...network, ...flowLog(place, networkId)];
}

function* workloadObjects(shared: SharedFacts, number: number): Generator<ValueObject> {
  const { random } = shared;
  const workload = random.pick(workloadNames);
  const environment = random.pick(['prod', 'prod', 'test', 'dev'] as const);
  const name = `rg-${workload}-${environment}-${String(number).padStart(5, '0')}`;
  const group = resourceGroup({
    ...shared,
    workload,
    environment,
    number,
    name,
    owner: `${workload}@contoso.example`,
  });
  yield group.row;
  const identity = managedIdentity(group.place, number);
  const owns = random.chance(weaknesses['workload-owns'].share);
  yield workloadPrincipal(number, `id-${group.place.suffix}`);
  yield roleAssignment({
    // Subscriptions come first in the numbers, workloads far behind them.
    number: 100_000_000 + number,
    scope: group.place.groupId,
    role: owns ? 'owner' : 'contributor',
    principalId: generatedGuid('workload', number),
    principalType: 'ServicePrincipal',
  });
  yield* identity;
  for (const part of random.pick(workloads)) yield* part(group.place);
}

function* inGroup(
  { row, place }: { row: ValueObject; place: Place },
  ...parts: readonly ((place: Place) => ValueObject[])[]
): Generator<ValueObject> {
  yield row;
  for (const part of parts) yield* part(place);
}
