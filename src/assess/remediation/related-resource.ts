import { fold, textOfValue, type ValueObject } from '../../kernel/index.ts';
import {
  evaluatePolicy,
  type PolicyEvaluation,
  type PolicySubject,
  policySubject,
} from '../../policy/index.ts';
import { evaluationCountMax, type Goal, type Obstacle, searchChanges } from './change-search.ts';
import { NamedValues } from './named-values.ts';
import { subjectWith } from './policy-goal.ts';
import { proofOf } from './proof-of.ts';
import { applyChanges, type PropertyChange } from './property-change.ts';
import { relatedBody } from './related-body.ts';
import type { NoRemediation, RelatedResource, ResourceChange } from './remediation.ts';
import type { RemediationRequest } from './remediation-request.ts';

/**
 * The resource that an existence effect misses: one of those there with the smallest change that satisfies the existenceCondition, or else the
 * smallest new one. Where the effect looks at the resource itself it is that one that changes.
 */
export function relatedResource(
  request: RemediationRequest,
): RelatedResource | ResourceChange | NoRemediation {
  const { evaluation } = request;
  const { existence } = evaluation;
  if (existence?.query === undefined)
    return { kind: 'unknown', reason: existence?.problem ?? 'what it looks for is not known' };
  const { query } = existence;
  const isItself = query.relation === 'self' && query.name === undefined;
  // What lies elsewhere and is not named belongs to something else.
  const isOwn = query.relation !== 'elsewhere' || query.name !== undefined;
  const there = isOwn ? existence.candidates.map(({ subject }) => subject) : [];
  const present = isItself ? [evaluation.subject] : there;
  let spent = 0;
  const attempts = present.slice(0, candidateCountMax).flatMap((candidate) => {
    const found = search(request, candidate, isItself ? 'itself' : 'there');
    spent += found.evaluations;
    return found.changes === undefined ? [] : [{ candidate, changes: found.changes }];
  });
  const best = attempts.toSorted((a, b) => a.changes.length - b.changes.length)[0];
  if (best !== undefined) {
    const proof = proofOf(evaluation, spent);
    if (isItself)
      return { kind: 'change', by: 'search', changes: best.changes, proof, task: undefined, notes: [] };
    return {
      ...described(best.candidate, best.changes),
      kind: 'related',
      action: 'change',
      proof,
      notes: [],
    };
  }
  if (isItself) return { kind: 'unknown', reason: `no change of it satisfies the policy (${spent} tried)` };
  return created(request, policySubject(relatedBody(evaluation, query)), spent);
}

const candidateCountMax = 5;

function created(
  request: RemediationRequest,
  blank: PolicySubject,
  spent: number,
): RelatedResource | NoRemediation {
  const found = search(request, blank, 'new');
  const evaluations = spent + found.evaluations;
  if (found.changes === undefined)
    return {
      kind: 'unknown',
      reason: `no ${blank.type} was found that satisfies the policy (${evaluations} tried)`,
    };
  const { type, name, id, body, changes } = described(blank, found.changes);
  const notes = changes.flatMap(({ pointer, note }) => (note === undefined ? [] : [`${pointer} is ${note}`]));
  return {
    kind: 'related',
    action: 'create',
    type,
    name,
    id,
    body,
    changes: [],
    proof: proofOf(request.evaluation, evaluations),
    notes,
  };
}

function described(subject: PolicySubject, changes: readonly PropertyChange[]) {
  const body = applyChanges(subject.body, changes);
  const id = typeof subject.id === 'string' ? subject.id : undefined;
  const name = textOfValue(subjectWith(subject, body).name);
  return { type: subject.type, name, id, body, changes };
}

function search(
  request: RemediationRequest,
  candidate: PolicySubject,
  role: 'itself' | 'there' | 'new',
): ReturnType<typeof searchChanges> {
  const goal = new ExistenceGoal(request, candidate, role);
  return searchChanges(candidate.body, goal, request.options.evaluationCountMax ?? evaluationCountMax);
}

/** The goal that one related resource satisfies an existence effect. */
class ExistenceGoal implements Goal {
  readonly #request: RemediationRequest;
  readonly #candidate: PolicySubject;
  readonly #isItself: boolean;
  readonly #scene: Obstacle['scene'];

  constructor(request: RemediationRequest, candidate: PolicySubject, role: 'itself' | 'there' | 'new') {
    const { options, assigned } = request;
    this.#request = request;
    this.#candidate = candidate;
    this.#isItself = role === 'itself';
    this.#scene = {
      type: candidate.type,
      apiVersion: candidate.apiVersion,
      aliases: options.resolver.aliases,
      names: new NamedValues(assigned.policy),
      isNew: role === 'new',
    };
  }

  obstacle(body: ValueObject): Obstacle | 'lost' | undefined {
    const changed = subjectWith(this.#candidate, body);
    const { verdict, existence } = this.#evaluate(changed);
    if (verdict === 'compliant') return undefined;
    const trace = existence?.candidates.find(({ subject }) => subject === changed)?.trace;
    return trace?.outcome === 'false' ? { trace, wanted: true, scene: this.#scene } : 'lost';
  }

  #evaluate(changed: PolicySubject): PolicyEvaluation {
    const { assigned, evaluation, options } = this.#request;
    const primary = this.#isItself ? changed : evaluation.subject;
    return evaluatePolicy(assigned.policy, primary, {
      ...options,
      related: ({ type }) => ({
        resources: fold(changed.type) === type ? [changed] : [],
        complete: true,
      }),
    });
  }
}
