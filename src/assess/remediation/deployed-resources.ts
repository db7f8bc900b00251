import { parseJson, type Value } from '../../kernel/index.ts';
import {
  type BoundPolicy,
  evaluateInPolicy,
  type PolicyContext,
  type PolicySubject,
} from '../../policy/index.ts';
import {
  type ExpandedResource,
  expand,
  type ParameterSource,
  type TargetFacts,
} from '../../template/index.ts';
import { memberOf } from './remediation-task.ts';

/**
 * The resources of a deployIfNotExists policy's deployment for a resource: its template expanded with the parameters that it takes from the resource
 * (effect-deploy-if-not-exists.md#deployifnotexists-properties). `undefined` where it has no template.
 */
export function deployedResources(
  policy: BoundPolicy,
  subject: PolicySubject,
  context: PolicyContext,
): readonly ExpandedResource[] | undefined {
  const properties = memberOf(memberOf(policy.definition.rule.details, 'deployment'), 'properties');
  const template = memberOf(properties, 'template');
  if (template === undefined) return undefined;
  return expand(parseJson('the policy', JSON.stringify(template)), {
    parameters: parametersOf(memberOf(properties, 'parameters'), policy, subject, context),
    target: targetOf(subject),
    ...(context.now === undefined ? {} : { now: context.now }),
  }).resources;
}

function parametersOf(
  parameters: Value | undefined,
  policy: BoundPolicy,
  subject: PolicySubject,
  context: PolicyContext,
): ParameterSource[] {
  if (parameters === undefined || parameters === null || typeof parameters !== 'object') return [];
  return Object.entries(parameters).flatMap(([name, entry]): ParameterSource[] => {
    const written = memberOf(entry as Value, 'value');
    if (written === undefined) return [];
    return [{ kind: 'given', name, value: evaluateInPolicy(written, policy, subject, context) }];
  });
}

function targetOf({ id, body }: PolicySubject): TargetFacts {
  const place = typeof id === 'string' ? id : '';
  const subscriptionId = /^\/subscriptions\/([^/]+)/i.exec(place)?.[1];
  const resourceGroup = /^\/subscriptions\/[^/]+\/resourceGroups\/([^/]+)/i.exec(place)?.[1];
  const location = typeof body.location === 'string' ? body.location : undefined;
  return { subscriptionId, resourceGroup, location };
}
