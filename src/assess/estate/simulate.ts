import type { Estate } from '../../estate/index.ts';
import {
  type FindingPolicy,
  fold,
  type OutcomeCounts,
  type SimulatedEffect,
  type SimulatedOutcome,
  type SimulationReport,
  textOfValue,
} from '../../kernel/index.ts';
import { type AssignedPolicy, alter, evaluatePolicy } from '../../policy/index.ts';
import { type Ownership, ownerOf } from '../../posture/index.ts';
import { openRelatedIndex } from './assess-estate.ts';
import type { ComplianceState } from './compliance-state.ts';
import { evaluationMessage } from './evaluation-message.ts';
import { isBelow } from './exemption-index.ts';
import type { ResourceAssessorInput } from './resource-assessor.ts';
import { type AssessedPair, type AssessedResource, ResourceAssessor } from './resource-assessor.ts';

/** What is simulated. */
export interface SimulationInput extends Omit<ResourceAssessorInput, 'assigned'> {
  readonly estate: Estate;
  /** The policies as they would be assigned, at `scope`. */
  readonly proposed: readonly AssignedPolicy[];
  /** The policies in force today. */
  readonly present: readonly AssignedPolicy[];
  readonly scope: string;
  /** What would be assigned, for people. */
  readonly title: string;
  readonly ownership: Ownership;
  readonly effectCountMax: number;
}

const outcomes: readonly SimulatedOutcome[] = [
  'denied',
  'changed',
  'remediated',
  'nonCompliant',
  'error',
  'undecided',
  'notEvaluated',
];

/** Says what would happen if policies were assigned: to the resources that are there, per policy and owner, and what of it is new. */
export async function simulate(input: SimulationInput): Promise<SimulationReport> {
  const names = new Set(input.proposed.map(({ policy }) => fold(policy.definition.id)));
  const present = input.present.filter(({ policy }) => names.has(fold(policy.definition.id)));
  const assigned = [...input.proposed, ...present];
  const assessor = new ResourceAssessor(
    { ...input, assigned },
    await openRelatedIndex(input.estate, assigned),
  );
  const simulation = new Simulation(input, assigned);
  for await (const batch of input.estate.resources()) {
    for (const resource of batch) {
      const assessed = assessor.assess(resource);
      if (isBelow(resource.id, assessed.chain, input.scope)) simulation.add(assessed);
    }
  }
  return { ...simulation.report(), diagnostics: assessor.diagnostics };
}

class Simulation {
  readonly #input: SimulationInput;
  readonly #assigned: readonly AssignedPolicy[];
  readonly #all = noOutcomes();
  readonly #new = noOutcomes();
  readonly #owners = new Map<string, Record<SimulatedOutcome, number>>();
  readonly #byPolicy = new Map<number, Record<SimulatedOutcome, number>>();
  readonly #effects = new Map<SimulatedOutcome, SimulatedEffect[]>();
  #resources = 0;
  #affected = 0;
  #compliant = 0;

  constructor(input: SimulationInput, assigned: readonly AssignedPolicy[]) {
    this.#input = input;
    this.#assigned = assigned;
  }

  add(assessed: AssessedResource): void {
    this.#resources++;
    const { proposed, ownership } = this.#input;
    const pairs = assessed.pairs.filter(({ position }) => position < proposed.length);
    if (pairs.length > 0) this.#affected++;
    for (const pair of pairs) {
      const assigned = this.#assigned[pair.position];
      if (assigned === undefined) continue;
      const outcome = outcomeOf(pair.state, assigned);
      if (outcome === undefined) {
        if (pair.state === 'compliant') this.#compliant++;
        continue;
      }
      const { owner } = ownerOf(assessed.resource, assessed.chain, ownership);
      const isNew = !this.#saysSoAlready(assigned, outcome, assessed.pairs);
      this.#all[outcome]++;
      if (isNew) this.#new[outcome]++;
      tally(this.#owners, owner)[outcome]++;
      tally(this.#byPolicy, pair.position)[outcome]++;
      this.#keep(assigned, assessed, { outcome, isNew, owner });
    }
  }

  #saysSoAlready(
    { policy }: AssignedPolicy,
    outcome: SimulatedOutcome,
    pairs: readonly AssessedPair[],
  ): boolean {
    return pairs.some(({ position, state }) => {
      const present = position < this.#input.proposed.length ? undefined : this.#assigned[position];
      return (
        present !== undefined &&
        fold(present.policy.definition.id) === fold(policy.definition.id) &&
        outcomeOf(state, present) === outcome
      );
    });
  }

  #keep(
    assigned: AssignedPolicy,
    assessed: AssessedResource,
    { outcome, isNew, owner }: Pick<SimulatedEffect, 'outcome' | 'isNew' | 'owner'>,
  ): void {
    const list = this.#effects.get(outcome) ?? [];
    this.#effects.set(outcome, list);
    if (outcome === 'notEvaluated' || list.length >= this.#input.effectCountMax) return;
    const { id, name, type } = assessed.resource;
    const message = effectMessage(assigned, assessed, outcome);
    list.push({ outcome, isNew, policy: policyOf(assigned), resource: { id, name, type }, owner, message });
  }

  report(): Omit<SimulationReport, 'diagnostics'> {
    const { estate, now, scope, title, proposed, effectCountMax } = this.#input;
    return {
      estate: estate.name,
      simulatedAt: now,
      scope,
      assigned: title,
      policies: proposed.length,
      resources: this.#resources,
      affected: this.#affected,
      compliant: this.#compliant,
      outcomes: this.#all,
      isNew: this.#new,
      owners: [...this.#owners]
        .map(([owner, counts]) => ({ owner, outcomes: counts }))
        .sort((a, b) => weight(b.outcomes) - weight(a.outcomes)),
      byPolicy: [...this.#byPolicy]
        .flatMap(([position, counts]) => {
          const one = this.#assigned[position];
          return one === undefined
            ? []
            : [{ policy: policyOf(one), effect: one.policy.effect.name, outcomes: counts }];
        })
        .sort((a, b) => weight(b.outcomes) - weight(a.outcomes)),
      effects: outcomes.flatMap((outcome) => this.#effects.get(outcome) ?? []).slice(0, effectCountMax),
    };
  }
}

/** What a state means under an effect; `undefined` for what is as it should be, or exempt from it. */
function outcomeOf(
  state: ComplianceState,
  { policy, enforced }: AssignedPolicy,
): SimulatedOutcome | undefined {
  switch (state) {
    case 'nonCompliant':
    case 'conflicting':
      if (!enforced) return 'nonCompliant';
      if (policy.effect.denies || state === 'conflicting') return 'denied';
      if (policy.effect.kind === 'alter') return 'changed';
      return policy.effect.name === 'deployIfNotExists' ? 'remediated' : 'nonCompliant';
    case 'undecided':
      return 'undecided';
    case 'error':
      return 'error';
    case 'notEvaluated':
    case 'unknown':
      return 'notEvaluated';
    default:
      return undefined;
  }
}

function effectMessage(
  { policy }: AssignedPolicy,
  { subject, options }: AssessedResource,
  outcome: SimulatedOutcome,
): string {
  if (outcome === 'changed') {
    const { alterations } = alter(policy, subject, options);
    const told = alterations
      .filter((one) => one.outcome === 'applied')
      .map(({ field, before, after }) => {
        const [from, to] = [before, after].map((value) =>
          value === undefined ? 'nothing' : textOfValue(value),
        );
        return `${field}: ${from} → ${to}`;
      });
    if (told.length > 0) return told.join('; ');
  }
  return evaluationMessage(evaluatePolicy(policy, subject, options), policy.definition.displayName);
}

function policyOf({ policy: { definition } }: AssignedPolicy): FindingPolicy {
  const { id, name, displayName, description, metadata, version } = definition;
  const category = typeof metadata.category === 'string' ? metadata.category : '';
  return { id, name, displayName: displayName || name, description, category, version };
}

function tally<Key>(
  counts: Map<Key, Record<SimulatedOutcome, number>>,
  key: Key,
): Record<SimulatedOutcome, number> {
  const known = counts.get(key) ?? noOutcomes();
  counts.set(key, known);
  return known;
}

function noOutcomes(): Record<SimulatedOutcome, number> {
  return { denied: 0, changed: 0, remediated: 0, nonCompliant: 0, undecided: 0, error: 0, notEvaluated: 0 };
}

/** Denials weigh most, what nothing can answer not at all. */
function weight(counts: OutcomeCounts): number {
  return (
    counts.denied * 1_000_000 +
    counts.error * 1_000 +
    counts.changed +
    counts.remediated +
    counts.nonCompliant
  );
}
