import type { Estate, EstateResource, EstateScope } from '../../estate/index.ts';
import { type Diagnostic, fold } from '../../kernel/index.ts';
import {
  type AliasTable,
  type AssignedPolicy,
  type BoundPolicy,
  conflictingModifications,
  type EvaluationOptions,
  evaluatePolicy,
  existenceVerdict,
  modeCovers,
  type PolicyExemption,
  PolicyPlan,
  type PolicySubject,
  parseAttestation,
  parseExemption,
  planAnswers,
  policySubject,
  protects,
} from '../../policy/index.ts';
import type { TypeFacts } from '../evaluate-deployment.ts';
import { AttestationIndex } from './attestation-index.ts';
import { type ComplianceState, stateOfVerdict } from './compliance-state.ts';
import { estateContext } from './estate-context.ts';
import { ExemptionIndex } from './exemption-index.ts';
import { InForce, type PoliciesInForce } from './in-force.ts';
import { readGovernance } from './read-governance.ts';
import type { RelatedIndex } from './related-index.ts';

/** What resources are assessed with. */
export interface ResourceAssessorInput {
  readonly estate: Pick<Estate, 'scopes' | 'governance'>;
  readonly assigned: readonly AssignedPolicy[];
  readonly aliases: AliasTable;
  readonly types: TypeFacts & { latestApiVersion?(type: string): string | undefined };
  /** ISO 8601: the moment of the scan, on which exemptions and attestations are judged. */
  readonly now: string;
  /** The plan decides, unless the interpreter is asked to decide everything; the two agree by test. */
  readonly engine?: 'plan' | 'interpreter' | undefined;
}

/** One policy's state on the resource. */
export interface AssessedPair {
  /** Position in the list of assigned policies. */
  readonly position: number;
  readonly state: ComplianceState;
  readonly exemption: PolicyExemption | undefined;
}

/** A resource and the states of the policies that apply to it. */
export interface AssessedResource {
  readonly resource: EstateResource;
  readonly subject: PolicySubject;
  /** The scopes that the resource is in, nearest first. */
  readonly chain: readonly EstateScope[];
  /** Whether any policy is in force there, applicable or not. */
  readonly isGoverned: boolean;
  readonly pairs: readonly AssessedPair[];
  /** What the policies were evaluated with, for evidence. */
  readonly options: EvaluationOptions;
}

/**
 * Assesses resources one by one: the policies in force for each, with inheritance, exclusions, exemptions, attestations, conflicts and existence
 * conditions. It keeps its compiled plans, so that a changed resource is assessed again at once.
 */
export class ResourceAssessor {
  /** What of the estate's exemptions and attestations cannot be read. */
  readonly diagnostics: readonly Diagnostic[];
  readonly #input: ResourceAssessorInput;
  readonly #related: RelatedIndex;
  readonly #inForce: InForce;
  readonly #exemptions: ExemptionIndex;
  readonly #attestations: AttestationIndex;
  readonly #plans = new Map<readonly number[], PolicyPlan>();
  readonly #plansOfIndexed = new Map<readonly number[], PolicyPlan>();

  constructor(input: ResourceAssessorInput, related: RelatedIndex) {
    this.#input = input;
    this.#related = related;
    this.#inForce = new InForce(input.assigned, input.estate.scopes);
    const exemptions = readGovernance(input.estate, 'exemption', parseExemption);
    const attestations = readGovernance(input.estate, 'attestation', parseAttestation);
    this.diagnostics = [...exemptions.diagnostics, ...attestations.diagnostics];
    this.#exemptions = new ExemptionIndex(exemptions.items, input.now);
    this.#attestations = new AttestationIndex(attestations.items, input.now);
  }

  assess(resource: EstateResource): AssessedResource {
    const subject = policySubject(resource.body);
    const inForce = this.#inForce.at(resource.id);
    const options = this.#optionsFor(subject, inForce);
    const states =
      this.#input.engine === 'interpreter'
        ? this.#interpret(inForce, subject, options)
        : this.#decide(inForce, subject, options);
    return {
      resource,
      subject,
      chain: inForce.chain,
      isGoverned: inForce.policies.length > 0,
      pairs: this.#withConflicts(this.#withExemptions(states, subject, inForce, options), subject, options),
      options,
    };
  }

  /** By the compiled plan; the interpreter answers what the plan leaves open. */
  #decide({ policies }: PoliciesInForce, subject: PolicySubject, options: EvaluationOptions): PairState[] {
    const plan = this.#planOf(policies, this.#isIndexed(subject)).forType(subject.type);
    const answers = plan.evaluate(subject);
    const states: PairState[] = [];
    for (let index = 0; index < answers.length; index++) {
      const answer = answers[index];
      if (answer === planAnswers.notApplicable) continue;
      const position = policies[plan.policies[index]!]!;
      const { policy } = this.#input.assigned[position]!;
      let state: ComplianceState | undefined = 'compliant';
      if (answer === planAnswers.match) {
        const isExistence = policy.effect.kind === 'existence';
        state = isExistence ? stateOfVerdict(existenceVerdict(policy, subject, options)) : 'nonCompliant';
      } else if (answer === planAnswers.ask) state = this.#ask(position, subject, options);
      if (state !== undefined) states.push({ position, state });
    }
    return states;
  }

  #interpret({ policies }: PoliciesInForce, subject: PolicySubject, options: EvaluationOptions): PairState[] {
    const isIndexed = this.#isIndexed(subject);
    return policies.flatMap((position) => {
      const { policy } = this.#input.assigned[position]!;
      if (!modeCovers(policy.definition, fold(subject.type), isIndexed, isIndexed)) return [];
      const state = this.#ask(position, subject, options);
      return state === undefined ? [] : [{ position, state }];
    });
  }

  #ask(position: number, subject: PolicySubject, options: EvaluationOptions): ComplianceState | undefined {
    const assigned = this.#input.assigned[position]!;
    const { verdict } = evaluatePolicy(assigned.policy, subject, options);
    if (verdict !== 'not-evaluated') return stateOfVerdict(verdict);
    const { effect, notEvaluable } = assigned.policy;
    if (effect.kind === 'attestation')
      return this.#attestations.stateOf(assigned, typeof subject.id === 'string' ? subject.id : '');
    const isProtection = effect.name === 'denyAction' && notEvaluable === 'acts on deletions only';
    return isProtection ? protectionState(assigned.policy, subject, options) : 'notEvaluated';
  }

  /** What alters the resource and is not exempt may contradict each other. */
  #withConflicts(
    pairs: readonly AssessedPair[],
    subject: PolicySubject,
    options: EvaluationOptions,
  ): readonly AssessedPair[] {
    const altering = pairs.filter(
      ({ position, state }) =>
        state === 'nonCompliant' && this.#input.assigned[position]!.policy.effect.kind === 'alter',
    );
    if (altering.length < 2) return pairs;
    const policies = altering.map(({ position }) => this.#input.assigned[position]!.policy);
    const conflicting = conflictingModifications(policies, subject, options);
    const positions = new Set([...conflicting].map((index) => altering[index]!.position));
    return pairs.map((pair) => (positions.has(pair.position) ? { ...pair, state: 'conflicting' } : pair));
  }

  #withExemptions(
    states: readonly PairState[],
    subject: PolicySubject,
    { chain }: PoliciesInForce,
    options: EvaluationOptions,
  ): AssessedPair[] {
    return states.map(({ position, state }) => {
      const exemption = this.#exemptions.isEmpty
        ? undefined
        : this.#exemptions.find(this.#input.assigned[position]!, subject, chain, options);
      return { position, state: exemption === undefined ? state : 'exempt', exemption };
    });
  }

  /** Whether mode Indexed looks at the resource. Where that is not known of its type, the resource itself says: Azure keeps a location for tracked resources only. */
  #isIndexed({ type, body }: PolicySubject): boolean {
    const known = this.#input.types.isIndexed(fold(type));
    return known ?? (typeof body.location === 'string' && body.location !== '');
  }

  #planOf(positions: readonly number[], isIndexed: boolean): PolicyPlan {
    const plans = isIndexed ? this.#plansOfIndexed : this.#plans;
    let plan = plans.get(positions);
    if (plan === undefined) {
      const { assigned, aliases, now } = this.#input;
      const policies = positions.map((position) => assigned[position]!.policy);
      plan = new PolicyPlan(policies, { resolver: { aliases }, context: { now } }, (policy, type) =>
        modeCovers(policy.definition, type, isIndexed, isIndexed),
      );
      plans.set(positions, plan);
    }
    return plan;
  }

  #optionsFor(subject: PolicySubject, { chain }: PoliciesInForce): EvaluationOptions {
    const { aliases, types, now } = this.#input;
    return {
      resolver: { aliases },
      context: estateContext(chain, types.latestApiVersion?.(fold(subject.type)), now),
      related: this.#related.lookup,
    };
  }
}

/** A resource whose deletion a denyAction policy does not hold back has no state for it. */
function protectionState(
  policy: BoundPolicy,
  subject: PolicySubject,
  options: EvaluationOptions,
): ComplianceState | undefined {
  switch (protects(policy, subject, options)) {
    case 'true':
      return 'protected';
    case 'false':
      return undefined;
    case 'unknown':
      return 'undecided';
    case 'error':
      return 'error';
  }
}

interface PairState {
  readonly position: number;
  readonly state: ComplianceState;
}
