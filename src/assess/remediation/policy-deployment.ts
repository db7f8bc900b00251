import { fold, textOfValue, type Value } from '../../kernel/index.ts';
import { evaluatePolicy, type PolicySubject, policySubject, type RelatedQuery } from '../../policy/index.ts';
import type { ExpandedResource } from '../../template/index.ts';
import { deployedResources } from './deployed-resources.ts';
import { proofOf } from './proof-of.ts';
import type { PolicyDeployment } from './remediation.ts';
import type { RemediationRequest } from './remediation-request.ts';
import { remediationTask } from './remediation-task.ts';

/**
 * What a deployIfNotExists policy deploys for a resource: its template expanded with the parameters that it takes from the resource
 * (effect-deploy-if-not-exists.md). `undefined` where it has no template.
 */
export function policyDeployment(request: RemediationRequest): PolicyDeployment | undefined {
  const { evaluation, assigned, options } = request;
  const { subject } = evaluation;
  const made = deployedResources(assigned.policy, subject, options.context ?? {});
  if (made === undefined) return undefined;
  const after = made.length === 0 ? undefined : verdictAfter(request, made);
  return {
    kind: 'deployment',
    resources: made.map(({ type, name, body }) => ({ type, name: textOfValue(name), body })),
    task: remediationTask(assigned, subject, options.principalId),
    proof: after === 'compliant' ? proofOf(evaluation, 1) : undefined,
    notes: [
      ...(made.length === 0 ? ['its template makes no resource with these parameters'] : []),
      ...(after === undefined || after === 'compliant'
        ? []
        : [
            `the policy's answer after the deployment is ${after}: it depends on values that only Azure knows`,
          ]),
    ],
  };
}

/** What the policy says once the resources of the deployment are there. */
function verdictAfter(
  { evaluation, assigned, options }: RemediationRequest,
  made: readonly ExpandedResource[],
): string {
  const { subject, existence } = evaluation;
  const present = existence?.candidates.map((one) => one.subject) ?? [];
  return evaluatePolicy(assigned.policy, subject, {
    ...options,
    related: (query, primary) => ({
      resources: [...made.filter((one) => isRelated(one, query, primary)).map(subjectOf), ...present],
      complete: false,
    }),
  }).verdict;
}

function subjectOf({ body, id, name, type }: ExpandedResource): PolicySubject {
  return policySubject({ ...body, id, name, type });
}

function isRelated(
  { type, name, id }: ExpandedResource,
  query: RelatedQuery,
  primary: PolicySubject,
): boolean {
  if (fold(type) !== query.type) return false;
  const startsWith = (text: Value | undefined, start: Value | undefined, rest: string) =>
    typeof text === 'string' && typeof start === 'string' && fold(text).startsWith(`${fold(start)}${rest}`);
  if (query.relation === 'child') return startsWith(name, primary.name, '/');
  if (query.relation === 'extension') return startsWith(id, primary.id, '/providers/');
  return true;
}
