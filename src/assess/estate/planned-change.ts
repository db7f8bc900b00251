import type { Estate, EstateScope } from '../../estate/index.ts';
import { type Diagnostic, fold } from '../../kernel/index.ts';
import {
  type AssignedPolicy,
  type EvaluationOptions,
  type PolicyExemption,
  type PolicySubject,
  parseExemption,
  type RelatedAnswer,
  type RelatedQuery,
} from '../../policy/index.ts';
import type { DeploymentResource } from '../deployment-resource.ts';
import { openRelatedIndex } from './assess-estate.ts';
import { ExemptionIndex } from './exemption-index.ts';
import { InForce } from './in-force.ts';
import { readGovernance } from './read-governance.ts';
import type { RelatedIndex } from './related-index.ts';

/**
 * The estate that a deployment is planned for: which of its policies are in force where the deployment goes, which exemptions it will find there, and
 * which related resources are there already. A resource of the deployment stands in for the one of the same id in the estate.
 */
export class PlannedEstate {
  /** What of the estate's exemptions cannot be read. */
  readonly diagnostics: readonly Diagnostic[];
  readonly #inForce: InForce;
  readonly #positions: ReadonlyMap<AssignedPolicy, number>;
  readonly #exemptions: ExemptionIndex;
  readonly #related: RelatedIndex;
  readonly #inForceAt = new Map<string, { policies: ReadonlySet<number>; chain: readonly EstateScope[] }>();

  private constructor(
    estate: Estate,
    assigned: readonly AssignedPolicy[],
    related: RelatedIndex,
    now: string,
  ) {
    this.#inForce = new InForce(assigned, estate.scopes);
    this.#positions = new Map(assigned.map((one, position) => [one, position]));
    this.#related = related;
    const exemptions = readGovernance(estate, 'exemption', parseExemption);
    this.diagnostics = exemptions.diagnostics;
    this.#exemptions = new ExemptionIndex(exemptions.items, now);
  }

  /** Reads the estate once for what existence effects look for; `now` in ISO 8601. */
  static async open(
    estate: Estate,
    assigned: readonly AssignedPolicy[],
    now: string,
  ): Promise<PlannedEstate> {
    return new PlannedEstate(estate, assigned, await openRelatedIndex(estate, assigned), now);
  }

  /** Whether a policy will look at a resource where it is deployed to. A resource whose place is not known is looked at by all. */
  governs(assigned: AssignedPolicy, resource: DeploymentResource): boolean {
    const position = this.#positions.get(assigned);
    const at = this.#at(resource);
    return at === undefined || position === undefined || at.policies.has(position);
  }

  /** The exemption that covers a policy on a resource, if any. */
  exemption(
    assigned: AssignedPolicy,
    resource: DeploymentResource,
    options: EvaluationOptions,
  ): PolicyExemption | undefined {
    const chain = this.#at(resource)?.chain;
    if (chain === undefined || this.#exemptions.isEmpty) return undefined;
    return this.#exemptions.find(assigned, resource.subject, chain, options);
  }

  /** What is in the estate for a query, but for what the deployment makes again. */
  related(query: RelatedQuery, primary: PolicySubject, planned: ReadonlySet<string>): RelatedAnswer {
    const answer = this.#related.lookup(query, primary);
    const resources = answer.resources.filter(({ id }) => typeof id !== 'string' || !planned.has(fold(id)));
    return { ...answer, resources };
  }

  #at({ subject }: DeploymentResource) {
    if (typeof subject.id !== 'string') return undefined;
    const key = fold(subject.id);
    let at = this.#inForceAt.get(key);
    if (at === undefined) {
      const { policies, chain } = this.#inForce.at(subject.id);
      at = { policies: new Set(policies), chain };
      this.#inForceAt.set(key, at);
    }
    return at;
  }
}
