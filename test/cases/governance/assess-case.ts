import { openAssessor } from '../../../src/assess/estate/assess-estate.ts';
import type {
  AssessedResource,
  ResourceAssessorInput,
} from '../../../src/assess/estate/resource-assessor.ts';
import {
  assessEstate,
  type ComplianceState,
  compliancePercent,
  type EstateAssessment,
  type EstateFailure,
  estatePolicies,
} from '../../../src/assess/index.ts';
import { memoryEstate } from '../../../src/estate/index.ts';
import { type Diagnostic, fold, type ValueObject } from '../../../src/kernel/index.ts';
import { type AssignedPolicy, aliasTable } from '../../../src/policy/index.ts';
import type { GovernanceCase } from './governance-case.ts';
import { GovernanceObjects } from './governance-objects.ts';
import { GovernancePlaces } from './governance-places.ts';

/** What landguard says of a case. */
export interface CaseOutcome {
  readonly assigned: readonly AssignedPolicy[];
  /** By `assignment` or `assignment/reference`, then by resource. */
  readonly states: Record<string, Record<string, ComplianceState>>;
  readonly exemptions: Record<string, Record<string, string>>;
  readonly assessed: readonly AssessedResource[];
  readonly assessment: EstateAssessment;
  readonly failures: readonly EstateFailure[];
  /** The roll-up of each resource. */
  readonly resources: Record<string, ComplianceState>;
  readonly percent: number | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** How a case is assessed. */
export interface CaseVariant {
  readonly engine: NonNullable<ResourceAssessorInput['engine']>;
  /** What is done to the objects before they are read. */
  readonly change?: (objects: readonly ValueObject[]) => readonly ValueObject[];
}

const defaultNow = '2026-06-15T12:00:00Z';

/** Assesses the estate of a case. */
export async function assessCase(one: GovernanceCase, { engine, change }: CaseVariant): Promise<CaseOutcome> {
  const now = one.now ?? defaultNow;
  const objects = new GovernanceObjects(one).all();
  const { estate, diagnostics } = memoryEstate(change?.(objects) ?? objects, now);
  const policies = estatePolicies({ estate, libraries: [], everywhere: [] });
  const failures: EstateFailure[] = [];
  const input = {
    estate,
    assigned: policies.assigned,
    aliases: aliasTable(
      Object.entries(one.aliases ?? {}).map(([type, paths]) => [
        type,
        Object.entries(paths).map(([name, path]) => ({ name, path })),
      ]),
    ),
    types: { isIndexed: indexedTypes(one) },
    now,
    engine,
    onFailure: (failure: EstateFailure) => failures.push(failure),
  };
  const { assessor } = await openAssessor(input);
  const assessed: AssessedResource[] = [];
  for await (const batch of estate.resources())
    for (const resource of batch) assessed.push(assessor.assess(resource));
  const assessment = await assessEstate(input);
  return {
    assigned: policies.assigned,
    ...tables(one, policies.assigned, assessed),
    assessed,
    assessment,
    failures,
    percent: compliancePercent(assessment.resources),
    diagnostics: [...diagnostics, ...policies.diagnostics, ...assessment.diagnostics],
  };
}

/** The folded name under which a case speaks of an assigned policy. */
export function pairName({ assignment, reference }: AssignedPolicy): string {
  return fold(reference === undefined ? assignment.name : `${assignment.name}/${reference.referenceId}`);
}

function tables(
  one: GovernanceCase,
  assigned: readonly AssignedPolicy[],
  assessed: readonly AssessedResource[],
) {
  const names = resourceNames(one);
  const states: CaseOutcome['states'] = Object.fromEntries(assigned.map((policy) => [pairName(policy), {}]));
  const exemptions: CaseOutcome['exemptions'] = {};
  const resources: CaseOutcome['resources'] = {};
  for (const { resource, pairs } of assessed) {
    const name = names.get(fold(resource.id)) ?? resource.id;
    for (const { position, state, exemption } of pairs) {
      const pair = pairName(assigned[position]!);
      if (states[pair]![name] !== undefined) throw new Error(`${pair} has two states for ${name}`);
      states[pair]![name] = state;
      if (exemption !== undefined)
        exemptions[pair] = { ...exemptions[pair], [name]: `${exemption.category} ${exemption.displayName}` };
    }
    const own = rollUpOf(pairs.map(({ state }) => state));
    if (own !== undefined) resources[name] = own;
  }
  return { states, exemptions, resources };
}

/** The documented rank, written down once more; what is undecided is no pass, so it comes before one. */
const rank: readonly ComplianceState[] = [
  'nonCompliant',
  'undecided',
  'compliant',
  'error',
  'conflicting',
  'protected',
  'exempt',
  'unknown',
  'notEvaluated',
];

function rollUpOf(states: readonly ComplianceState[]): ComplianceState | undefined {
  return rank.find((state) => states.includes(state));
}

function resourceNames(one: GovernanceCase): Map<string, string> {
  const ids = new GovernancePlaces(one);
  const places = [one.subscriptions, one.groups, one.resources].flatMap((map) => Object.keys(map ?? {}));
  return new Map(places.map((place) => [fold(ids.placeId(place)), place]));
}

function indexedTypes({ indexed = {} }: GovernanceCase): (type: string) => boolean | undefined {
  const types = new Map(Object.entries(indexed).map(([type, is]) => [fold(type), is]));
  return (type) => types.get(type);
}
