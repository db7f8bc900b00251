import type { ValueObject } from '../../kernel/index.ts';
import { managementGroupId, tenantId } from './generated-id.ts';

/** A management group: its name, what people call it, and the name of the one above; empty for the tenant's root. */
type Group = readonly [name: string, displayName: string, parent: string];

/**
 * The management groups of Azure landing zones, under the names of its architecture, so that its policies can be laid over the estate
 * (articles/cloud-adoption-framework/ready/landing-zone/design-area/resource-org-management-groups.md).
 */
const groups: readonly Group[] = [
  ['alz', 'Contoso', tenantId],
  ['platform', 'Platform', 'alz'],
  ['connectivity', 'Connectivity', 'platform'],
  ['management', 'Management', 'platform'],
  ['identity', 'Identity', 'platform'],
  ['security', 'Security', 'platform'],
  ['landingzones', 'Landing zones', 'alz'],
  ['corp', 'Corp', 'landingzones'],
  ['online', 'Online', 'landingzones'],
  ['local', 'Local', 'landingzones'],
  ['sandbox', 'Sandbox', 'alz'],
  ['decommissioned', 'Decommissioned', 'alz'],
];

const byName = new Map(groups.map((group) => [group[0], group]));

/** The management groups as Azure Resource Manager answers them, those above first. */
export function managementGroups(): ValueObject[] {
  const root = group(tenantId, 'Tenant Root Group', {});
  return [
    root,
    ...groups.map(([name, displayName, parent]) =>
      group(name, displayName, {
        parent: {
          id: managementGroupId(parent),
          name: parent,
          displayName: byName.get(parent)?.[1] ?? 'Tenant Root Group',
        },
      }),
    ),
  ];
}

/** The management groups above a subscription as Azure Resource Graph gives them, nearest first. `name` is empty for the tenant's root. */
export function ancestorsChain(name: string): ValueObject[] {
  const chain: ValueObject[] = [];
  for (let at = byName.get(name); at !== undefined; at = byName.get(at[2]))
    chain.push({ name: at[0], displayName: at[1] });
  chain.push({ name: tenantId, displayName: 'Tenant Root Group' });
  return chain;
}

function group(name: string, displayName: string, details: ValueObject): ValueObject {
  return {
    id: managementGroupId(name),
    type: 'Microsoft.Management/managementGroups',
    name,
    properties: { tenantId, displayName, details: { version: 1, ...details } },
  };
}
