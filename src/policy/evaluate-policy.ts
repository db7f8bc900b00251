import type { UnknownCause, Verdict } from '../kernel/index.ts';
import type { BoundPolicy } from './bound-policy.ts';
import { checkExistence, type ExistenceResult, type RelatedLookup } from './existence.ts';
import type { FieldResolver } from './field.ts';
import { interpret } from './interpret.ts';
import { PolicyEnvironment } from './policy-environment.ts';
import type { PolicyContext, PolicySubject } from './policy-subject.ts';
import { type TraceNode, traceLeaves } from './trace.ts';

/** What a policy is evaluated with, besides the resource. */
export interface EvaluationOptions {
  readonly resolver: FieldResolver;
  readonly context?: PolicyContext;
  /** Where existence effects look; absent, nothing is found and nothing is ruled out. */
  readonly related?: RelatedLookup;
}

/** The evaluation of one policy on one resource, with everything that was looked at. */
export interface PolicyEvaluation {
  /** `undefined` for a definition that cannot be put in force. */
  readonly policy: BoundPolicy | undefined;
  readonly subject: PolicySubject;
  readonly verdict: Verdict;
  /** The truth of the rule's `if`; `undefined` where it was not looked at. */
  readonly condition: TraceNode | undefined;
  readonly existence: ExistenceResult | undefined;
  /** Why the verdict is `not-evaluated` or `error`. */
  readonly reason: string | undefined;
  /** Why the verdict is `unknown`. */
  readonly unknownBecause: readonly UnknownCause[];
}

/**
 * Evaluates a policy on a resource: applicability, the rule, and for existence effects the related resources
 * (articles/governance/policy/concepts/policy-applicability.md, effect-*.md). Which types a mode covers is up to the caller, see modeCovers().
 */
export function evaluatePolicy(
  policy: BoundPolicy,
  subject: PolicySubject,
  options: EvaluationOptions,
): PolicyEvaluation {
  const base = {
    policy,
    subject,
    condition: undefined,
    existence: undefined,
    reason: undefined,
    unknownBecause: [],
  };
  if (policy.effect.kind === 'none') return { ...base, verdict: 'not-applicable' };
  const environment = environmentFor(policy, subject, options);
  const about = policy.applicability && interpret(policy.applicability, environment);
  if (about?.outcome === 'false') return { ...base, verdict: 'not-applicable' };
  const isExistence = policy.effect.kind === 'existence';
  if (policy.notEvaluable !== undefined) {
    // Whether an existence effect is about the resource is what its `if` says.
    const condition = isExistence ? interpret(policy.condition, environment) : undefined;
    if (condition?.outcome === 'false') return { ...base, condition, verdict: 'not-applicable' };
    return { ...base, condition, verdict: 'not-evaluated', reason: policy.notEvaluable };
  }
  const condition = interpret(policy.condition, environment);
  const evaluation = isExistence
    ? evaluateExistence(policy, environment, { ...base, condition }, condition, options)
    : { ...base, condition, ...verdictOf(condition) };
  return about?.outcome === 'unknown' ? ifApplicable(evaluation, about) : evaluation;
}

/** A violation by a resource that the policy may not be about is no more than possible. */
function ifApplicable(evaluation: PolicyEvaluation, about: TraceNode): PolicyEvaluation {
  if (evaluation.verdict !== 'non-compliant' && evaluation.verdict !== 'error') return evaluation;
  return { ...evaluation, verdict: 'unknown', reason: undefined, unknownBecause: unknownCauses(about) };
}

/** The environment that a policy's conditions are evaluated in. */
export function environmentFor(
  policy: BoundPolicy,
  subject: PolicySubject,
  options: EvaluationOptions,
): PolicyEnvironment {
  return new PolicyEnvironment({
    parameters: policy.parameters,
    primary: subject,
    subject,
    context: options.context ?? {},
    resolver: options.resolver,
    identity: policy.identity,
  });
}

type VerdictParts = Pick<PolicyEvaluation, 'verdict' | 'reason' | 'unknownBecause'>;

function verdictOf(condition: TraceNode): VerdictParts {
  const none = { reason: undefined, unknownBecause: [] };
  switch (condition.outcome) {
    case 'true':
      return { ...none, verdict: 'non-compliant' };
    case 'false':
      return { ...none, verdict: 'compliant' };
    case 'unknown':
      return { ...none, verdict: 'unknown', unknownBecause: unknownCauses(condition) };
    case 'error':
      return { ...none, verdict: 'error', reason: problemOf(condition) };
    default:
      return condition.outcome satisfies never;
  }
}

function evaluateExistence(
  policy: BoundPolicy,
  environment: PolicyEnvironment,
  base: Omit<PolicyEvaluation, 'verdict'>,
  condition: TraceNode,
  options: EvaluationOptions,
): PolicyEvaluation {
  if (condition.outcome === 'false') return { ...base, verdict: 'not-applicable' };
  if (condition.outcome === 'error') return { ...base, verdict: 'error', reason: problemOf(condition) };
  const lookup = options.related ?? (() => ({ resources: [], complete: false }));
  const existence = checkExistence(policy, environment, lookup);
  if (existence.satisfied === 'true') return { ...base, existence, verdict: 'compliant' };
  if (condition.outcome === 'unknown')
    return { ...base, existence, verdict: 'unknown', unknownBecause: unknownCauses(condition) };
  if (existence.satisfied === 'error') {
    const failing = existence.candidates.find(({ trace }) => trace?.outcome === 'error')?.trace;
    return {
      ...base,
      existence,
      verdict: 'error',
      reason: existence.problem ?? (failing && problemOf(failing)),
    };
  }
  if (existence.satisfied === 'false') return { ...base, existence, verdict: 'non-compliant' };
  return { ...base, existence, verdict: 'unknown', unknownBecause: existenceCauses(existence) };
}

function existenceCauses(existence: ExistenceResult): UnknownCause[] {
  const causes = existence.candidates.flatMap(({ trace }) =>
    trace === undefined ? [] : unknownCauses(trace),
  );
  if (causes.length > 0) return causes;
  return [
    {
      kind: 'external',
      name: `whether there is a ${existence.query?.type ?? 'related resource'} that this deployment does not make`,
    },
  ];
}

function problemOf(trace: TraceNode): string | undefined {
  for (const leaf of traceLeaves(trace)) if (leaf.problem !== undefined) return leaf.problem;
  return undefined;
}

/** What the undecided leaves of a trace wait for. */
export function unknownCauses(trace: TraceNode): UnknownCause[] {
  const causes = new Map<string, UnknownCause>();
  for (const leaf of traceLeaves(trace))
    for (const cause of leaf.unknownBecause) causes.set(`${cause.kind} ${cause.name}`, cause);
  return [...causes.values()];
}
