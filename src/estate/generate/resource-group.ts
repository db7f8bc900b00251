import type { ValueObject } from '../../kernel/index.ts';
import { tenantId } from './generated-id.ts';
import type { GeneratedSubscription } from './generated-subscription.ts';
import type { Place } from './place.ts';
import type { Random } from './random.ts';
import { weaknesses } from './weaknesses.ts';

/** What a resource group is made with. */
export interface GroupFacts {
  readonly random: Random;
  readonly now: string;
  readonly subscription: GeneratedSubscription;
  readonly name: string;
  /** The workload, in lower-case letters: it is in the names of all resources. */
  readonly workload: string;
  readonly environment: 'prod' | 'test' | 'dev';
  /** What makes names unique in the estate. */
  readonly number: number;
  readonly owner: string;
}

/** A resource group as a row of Azure Resource Graph, and the place that its resources are made in. */
export function resourceGroup(facts: GroupFacts): { row: ValueObject; place: Place } {
  const { random, subscription, name, workload, environment } = facts;
  const location = random.chance(weaknesses['other-location'].share)
    ? random.pick(['eastus', 'southeastasia'])
    : subscription.location;
  const groupId = `${subscription.id}/resourceGroups/${name}`;
  const padded = String(facts.number).padStart(5, '0');
  const costCenter = `CC-${1000 + (facts.number % 90)}`;
  const groupTags: ValueObject = { environment, costCenter };
  if (!random.chance(weaknesses['no-owner'].share)) groupTags.owner = facts.owner;
  const row: ValueObject = {
    id: groupId,
    name,
    type: 'microsoft.resources/subscriptions/resourcegroups',
    tenantId,
    location,
    resourceGroup: name,
    subscriptionId: subscription.guid,
    managedBy: '',
    properties: { provisioningState: 'Succeeded' },
    tags: groupTags,
  };
  const place: Place = {
    random,
    now: facts.now,
    subscription,
    groupId,
    groupName: name,
    location,
    tags: { environment, workload, dataClassification: environment === 'prod' ? 'confidential' : 'internal' },
    suffix: `${workload}-${environment}-${padded}`,
    compactSuffix: `${workload}${padded}`,
    isProduction: environment === 'prod',
  };
  return { row, place };
}
