import { fold } from '../kernel/index.ts';
import type { Estate, GovernanceKind } from './estate.ts';
import { howToExport } from './how-to-export.ts';
import type { EstateScopeKind } from './scope-tree.ts';
import { TypeTally } from './type-tally.ts';

/** What a policy with an existence effect looks for (articles/governance/policy/concepts/effect-audit-if-not-exists.md). */
export interface RelatedNeed {
  readonly displayName: string;
  readonly relatedType: string;
  /** The type of the resources that the policy is about; `undefined` when it is about any. */
  readonly resourceType: string | undefined;
}

/** How many there are of a type. Types are folded where the estate compares them so. */
export interface TypeCount {
  readonly type: string;
  readonly count: number;
}

/** A type of which the estate holds nothing, though policies look for it. */
export interface MissingType {
  readonly relatedType: string;
  /** How many policies stay undecided without it. */
  readonly policies: number;
  /** Names of some of these policies. */
  readonly examples: readonly string[];
  /** The az command that brings it, see {@link howToExport}. */
  readonly howToExport: string;
}

/** What an estate holds and what is missing in it. Counts are in descending order. */
export interface EstateInspection {
  readonly scopes: Readonly<Record<EstateScopeKind, number>>;
  readonly resources: readonly TypeCount[];
  readonly governance: Readonly<Record<GovernanceKind, number>>;
  readonly objects: readonly TypeCount[];
  /** The ids of subscriptions that no management group is above of. */
  readonly subscriptionsWithoutGroup: readonly string[];
  readonly missing: readonly MissingType[];
}

const exampleCountMax = 3;

/** Says what an estate holds, and what it lacks for the policies with these needs to be decided. Reads no resource. */
export function inspectEstate(estate: Estate, needs: Iterable<RelatedNeed>): EstateInspection {
  const scopes = { tenant: 0, managementGroup: 0, subscription: 0, resourceGroup: 0 };
  const subscriptionsWithoutGroup: string[] = [];
  for (const { id, kind } of estate.scopes.all) {
    scopes[kind]++;
    if (kind === 'subscription' && !isInGroup(estate, id)) subscriptionsWithoutGroup.push(id);
  }
  const governance = {
    assignment: 0,
    definition: 0,
    initiative: 0,
    exemption: 0,
    enrollment: 0,
    attestation: 0,
  };
  for (const { kind } of estate.governance) governance[kind]++;
  const objects = new TypeTally();
  for (const { type } of estate.objects) objects.add(type);
  return {
    scopes,
    resources: inOrder(estate.resourceCounts),
    governance,
    objects: inOrder(objects.counts),
    subscriptionsWithoutGroup: subscriptionsWithoutGroup.sort(),
    missing: missingTypes(estate, needs),
  };
}

function isInGroup(estate: Estate, id: string): boolean {
  return estate.scopes.chainOf(id).some(({ kind }) => kind === 'managementGroup');
}

/** The types that policies look for in vain, although the estate holds resources that these policies are about. */
function missingTypes({ resourceCounts }: Estate, needs: Iterable<RelatedNeed>): MissingType[] {
  const found = new Map<string, { relatedType: string; names: string[] }>();
  for (const { displayName, relatedType, resourceType } of needs) {
    const key = fold(relatedType);
    const isAsked =
      resourceType === undefined ? resourceCounts.size > 0 : resourceCounts.has(fold(resourceType));
    if (!isAsked || resourceCounts.has(key)) continue;
    const missing = found.get(key) ?? { relatedType, names: [] };
    missing.names.push(displayName);
    found.set(key, missing);
  }
  const missing = [...found.values()].map(({ relatedType, names }) => ({
    relatedType,
    policies: names.length,
    examples: [...new Set(names)].sort().slice(0, exampleCountMax),
    howToExport: howToExport(relatedType),
  }));
  return missing.sort((a, b) => b.policies - a.policies || byText(a.relatedType, b.relatedType));
}

function inOrder(counts: ReadonlyMap<string, number>): TypeCount[] {
  const list = [...counts].map(([type, count]) => ({ type, count }));
  return list.sort((a, b) => b.count - a.count || byText(a.type, b.type));
}

function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
