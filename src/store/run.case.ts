import { noStates } from '../posture/index.ts';
import type { FindingIdentity, RunPolicy, RunSummary, StoredResource } from './assessment-store.ts';
import type { StoredState } from './stored-state.ts';

/** The policies of the tests, by short names. */
export const policyNames = ['tls', 'backup', 'owner'] as const;

export type PolicyName = (typeof policyNames)[number];

/** A run in short: resources by name, with the states of their policies. */
export type ShortRun = Readonly<Record<string, Readonly<Partial<Record<PolicyName, StoredState>>>>>;

export function policy(name: PolicyName): RunPolicy {
  return {
    assignmentId: '/providers/Microsoft.Management/managementGroups/contoso/providers/x/baseline',
    reference: name,
    definitionId: `/providers/Microsoft.Authorization/policyDefinitions/${name}`,
    effect: 'audit',
    severity: name === 'tls' ? 'high' : 'medium',
    pairs: noStates,
  };
}

export function resourceId(name: string): string {
  return `/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/RG/providers/Contoso.Web/sites/${name}`;
}

export function identity(name: string, policyName: PolicyName): FindingIdentity {
  return { ...policy(policyName), resourceId: resourceId(name) };
}

export function summary(estate: string, rest: Partial<RunSummary> = {}): RunSummary {
  return {
    estate,
    assessedAt: '2026-06-15T12:00:00.000Z',
    toolVersion: '1.2.3',
    resources: 3,
    pairs: { ...noStates, nonCompliant: 2, compliant: 7 },
    score: 71.5,
    compliancePercent: 77.75,
    failing: 2,
    durationMs: 1234,
    policies: policyNames.map(policy),
    listsResources: true,
    ...rest,
  };
}

export function resources(
  run: ShortRun,
  hashes: Readonly<Record<string, string | undefined>> = {},
): StoredResource[] {
  return Object.entries(run).map(([name, states]) => ({
    id: resourceId(name),
    type: 'Contoso.Web/sites',
    contentHash: hashes[name],
    pairs: Object.entries(states).map(([policyName, state]) => ({
      policy: policyNames.indexOf(policyName as PolicyName),
      state,
    })),
  }));
}

/** When the run of that number was, where a test gives each a day of its own. */
export function day(number: number): string {
  return new Date(Date.UTC(2026, 0, number, 12)).toISOString();
}
