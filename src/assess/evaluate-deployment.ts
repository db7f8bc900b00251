import { fold, type Unknown } from '../kernel/index.ts';
import {
  type AliasTable,
  type Alteration,
  type AssignedPolicy,
  alter,
  evaluatePolicy,
  modeCovers,
  type PolicyEvaluation,
  PolicyPlan,
  type PolicySubject,
  planAnswers,
  type RelatedLookup,
} from '../policy/index.ts';
import type { ExpandedResource } from '../template/index.ts';
import { type DeploymentResource, deploymentResources } from './deployment-resource.ts';
import type { PlannedEstate } from './estate/planned-change.ts';
import { relatedInDeployment } from './related-in-deployment.ts';

/** What is known of resource types. */
export interface TypeFacts {
  /** Whether policies of mode Indexed look at the (folded) type; `undefined` when that is not known. */
  isIndexed(type: string): boolean | undefined;
}

/** One policy's verdict on one resource of a deployment, where it is not simply compliant. */
export interface DeploymentEvaluation {
  readonly assigned: AssignedPolicy;
  readonly resource: DeploymentResource;
  readonly evaluation: PolicyEvaluation;
  /** For append and modify: what they change. */
  readonly alterations: readonly Alteration[];
}

/** The evaluations of one deployment. */
export interface DeploymentResult {
  readonly evaluations: readonly DeploymentEvaluation[];
  /** (policy, resource) pairs that were found compliant. */
  readonly compliant: number;
  /** Pairs that would not be compliant, but for an exemption of the estate that is deployed to. */
  readonly exempt: number;
}

/**
 * Evaluates policies on the resources of a deployment in the order Azure does (effect-basics.md#order-of-evaluation): append and modify change the
 * resource that everything after them sees, then deny and audit, then the existence effects.
 */
export class DeploymentEvaluator {
  readonly #policies: readonly AssignedPolicy[];
  readonly #alter: PolicyPlan;
  readonly #decide: PolicyPlan;
  readonly #alterers: readonly AssignedPolicy[];
  readonly #deciders: readonly AssignedPolicy[];
  readonly #aliases: AliasTable;
  readonly #now: string | undefined;
  readonly #planned: PlannedEstate | undefined;

  /** `planned` is the estate that is deployed to, where there is one. */
  constructor(
    policies: readonly AssignedPolicy[],
    aliases: AliasTable,
    types: TypeFacts,
    now: string | undefined,
    planned?: PlannedEstate,
  ) {
    this.#policies = policies;
    this.#aliases = aliases;
    this.#now = now;
    this.#planned = planned;
    this.#alterers = this.#policies.filter(
      (one) => one.policy.effect.kind === 'alter' && one.policy.notEvaluable === undefined,
    );
    const alterers = new Set(this.#alterers);
    this.#deciders = this.#policies.filter(
      (one) =>
        !alterers.has(one) && one.policy.notEvaluable === undefined && one.policy.effect.kind !== 'none',
    );
    const options = { resolver: { aliases } };
    const covers = (policy: AssignedPolicy['policy'], type: string) =>
      modeCovers(policy.definition, type, types.isIndexed(type), true);
    this.#alter = new PolicyPlan(
      this.#alterers.map((one) => one.policy),
      options,
      covers,
    );
    this.#decide = new PolicyPlan(
      this.#deciders.map((one) => one.policy),
      options,
      covers,
    );
  }

  /** Evaluates all policies on all resources of one expansion. */
  evaluate(expanded: readonly ExpandedResource[]): DeploymentResult {
    const resources = deploymentResources(expanded, this.#now);
    const evaluations: DeploymentEvaluation[] = [];
    let compliant = 0;
    const altered = resources.map((resource) => this.#applyAlterations(resource, evaluations));
    const relatedTo = this.#relatedAround(altered);
    const doubts = new Map(altered.map(({ subject, expanded }) => [subject, expanded.uncertain]));
    for (const resource of altered) {
      const plan = this.#decide.forType(resource.subject.type);
      const answers = plan.evaluate(resource.subject);
      // The answers are overwritten by the next resource, so what needs a closer look is noted first.
      const open: number[] = [];
      for (let index = 0; index < answers.length; index++) {
        if (answers[index] === planAnswers.notApplicable) continue;
        const decider = plan.policies[index]!;
        if (!this.#governs(this.#deciders[decider]!, resource)) continue;
        if (answers[index] === planAnswers.noMatch) compliant++;
        else open.push(decider);
      }
      for (const index of open) {
        const assigned = this.#deciders[index]!;
        const evaluation = withDoubt(
          evaluatePolicy(assigned.policy, resource.subject, {
            resolver: { aliases: this.#aliases },
            context: resource.context,
            related: relatedTo(resource),
          }),
          doubts,
          resource.expanded.uncertain,
        );
        if (evaluation.verdict === 'compliant') compliant++;
        else if (evaluation.verdict !== 'not-applicable')
          evaluations.push({ assigned, resource, evaluation, alterations: [] });
      }
    }
    const open = evaluations.filter(({ assigned, resource }) => !this.#isExempt(assigned, resource));
    return { evaluations: open, compliant, exempt: evaluations.length - open.length };
  }

  #governs(assigned: AssignedPolicy, resource: DeploymentResource): boolean {
    return this.#planned === undefined || this.#planned.governs(assigned, resource);
  }

  #isExempt(assigned: AssignedPolicy, resource: DeploymentResource): boolean {
    const options = { resolver: { aliases: this.#aliases }, context: resource.context };
    return this.#planned?.exemption(assigned, resource, options) !== undefined;
  }

  /** Looks in the deployment first, then in the estate around it; the estate completes what only the deployment's own resources would leave open. */
  #relatedAround(resources: readonly DeploymentResource[]): (resource: DeploymentResource) => RelatedLookup {
    const inDeployment = relatedInDeployment(resources);
    const planned = this.#planned;
    if (planned === undefined) return inDeployment;
    const ids = new Set(
      resources.flatMap(({ subject }) => (typeof subject.id === 'string' ? [fold(subject.id)] : [])),
    );
    return (resource) => {
      const lookup = inDeployment(resource);
      return (query, primary) => {
        const made = lookup(query, primary);
        const there = planned.related(query, primary, ids);
        return {
          resources: [...made.resources, ...there.resources],
          complete: made.complete || there.complete,
        };
      };
    };
  }

  /** Applies append and modify in the order of the assignments; each sees what those before it did. */
  #applyAlterations(resource: DeploymentResource, evaluations: DeploymentEvaluation[]): DeploymentResource {
    const plan = this.#alter.forType(resource.subject.type);
    if (plan.policies.length === 0) return resource;
    const options = { resolver: { aliases: this.#aliases }, context: resource.context };
    let subject = resource.subject;
    for (const index of plan.policies) {
      const assigned = this.#alterers[index]!;
      if (!this.#governs(assigned, resource) || this.#isExempt(assigned, resource)) continue;
      const evaluation = evaluatePolicy(assigned.policy, subject, options);
      if (evaluation.verdict === 'compliant' || evaluation.verdict === 'not-applicable') continue;
      const result =
        evaluation.verdict === 'non-compliant'
          ? alter(assigned.policy, subject, options)
          : { subject, alterations: [] };
      evaluations.push({ assigned, resource, evaluation, alterations: result.alterations });
      if (assigned.enforced) subject = result.subject;
    }
    return subject === resource.subject ? resource : { ...resource, subject };
  }
}

/** Where all that satisfies an existence effect may not be deployed, the verdict waits for that. A doubt that the resource shares is none. */
function withDoubt(
  evaluation: PolicyEvaluation,
  doubts: ReadonlyMap<PolicySubject, Unknown | undefined>,
  own: Unknown | undefined,
): PolicyEvaluation {
  const { existence, verdict } = evaluation;
  if (existence === undefined || verdict !== 'compliant') return evaluation;
  const satisfying = existence.candidates.filter(({ trace }) => (trace?.outcome ?? 'true') === 'true');
  const open = satisfying.map(({ subject }) => doubts.get(subject));
  if (open.length === 0 || open.some((one) => one === undefined || one.expression === own?.expression))
    return evaluation;
  return {
    ...evaluation,
    verdict: 'unknown',
    existence: { ...existence, satisfied: 'unknown' },
    unknownBecause: open.flatMap((one) => one?.causes ?? []),
  };
}
