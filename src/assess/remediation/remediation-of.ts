import type { AssignedPolicy, PolicyEvaluation } from '../../policy/index.ts';
import { alteredResource } from './altered-resource.ts';
import { changedResource } from './changed-resource.ts';
import { policyDeployment } from './policy-deployment.ts';
import { relatedResource } from './related-resource.ts';
import type { NoRemediation, Remediation } from './remediation.ts';
import type { RemediationOptions, RemediationRequest } from './remediation-request.ts';

/**
 * How to put right what a policy found, by its effect: what modify and append change, what deployIfNotExists deploys, what auditIfNotExists misses, and for deny
 * and audit the smallest change of the resource. Every change is proved by evaluating the policy again; where nothing is proved the
 * reason is said.
 */
export function remediationOf(
  evaluation: PolicyEvaluation,
  assigned: AssignedPolicy,
  options: RemediationOptions,
): Remediation {
  const request = { evaluation, assigned, options };
  switch (evaluation.verdict) {
    case 'non-compliant':
      return ofViolation(request);
    case 'unknown':
      return ofDoubt(request);
    case 'compliant':
    case 'not-applicable':
      return unknown(`there is nothing to put right: the verdict is ${evaluation.verdict}`);
    case 'error':
      return unknown(`the policy cannot be evaluated: ${evaluation.reason ?? 'a function fails'}`);
    case 'not-evaluated':
      return unknown(evaluation.reason ?? 'it cannot be evaluated here');
    default:
      return evaluation.verdict satisfies never;
  }
}

function ofViolation(request: RemediationRequest): Remediation {
  const { effect } = request.assigned.policy;
  switch (effect.kind) {
    case 'condition':
      return changedResource(request);
    case 'alter':
      return ofAlteration(request);
    case 'existence': {
      const deployment = effect.name === 'deployIfNotExists' ? policyDeployment(request) : undefined;
      return deployment ?? relatedResource(request);
    }
    default:
      return unknown(`the effect ${effect.name} is not about the properties of a resource`);
  }
}

/** Where the policy's own change does not help, another one may. */
function ofAlteration(request: RemediationRequest): Remediation {
  const altered = alteredResource(request);
  if (altered.kind !== 'unknown') return altered;
  const found = changedResource(request);
  return found.kind === 'unknown'
    ? unknown(`${altered.reason}; ${found.reason}`)
    : { ...found, notes: [altered.reason, ...found.notes] };
}

/** A related resource that may be elsewhere can still be made; what an unknown value decides cannot be. */
function ofDoubt(request: RemediationRequest): Remediation {
  const { existence, condition, unknownBecause } = request.evaluation;
  if (existence !== undefined && condition?.outcome === 'true') return ofViolation(request);
  const causes = [...new Set(unknownBecause.map(({ name }) => name))].join('; ');
  return unknown(`it is undecided: ${causes === '' ? 'a value is not known' : causes}`);
}

function unknown(reason: string): NoRemediation {
  return { kind: 'unknown', reason };
}
