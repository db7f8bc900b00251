import { type Finding, fold, type Reason, type Verdict } from '../kernel/index.ts';
import { type Alteration, relatedTypeOf } from '../policy/index.ts';
import { canonicalName } from './canonical-name.ts';
import { controlsOf } from './controls.ts';
import { decisiveLeaves } from './decisive-leaves.ts';
import type { DeploymentEvaluation } from './evaluate-deployment.ts';
import { fingerprint } from './fingerprint.ts';
import { bestPlace, explainLeaf, type LocatedReason, printValue } from './reason.ts';
import { relatedTypeName } from './related-type-name.ts';
import { type SeverityOverrides, severityOf } from './severity.ts';
import { shownName } from './shown-name.ts';

/** Turns an evaluation into a finding: what is wrong, where it is written, where it came from and what would be right. */
export function findingOf(item: DeploymentEvaluation, severities: SeverityOverrides): Finding {
  const { assigned, resource, evaluation } = item;
  const { policy, assignment, initiative, reference } = assigned;
  const { definition } = policy;
  const { instance, scope } = resource.expanded;
  const { resourceGroup } = scope;
  const reasons = locatedReasons(item);
  const { place, origins } = bestPlace(reasons, instance);
  const verdict = evaluation.verdict as Exclude<Verdict, 'compliant' | 'not-applicable'>;
  return {
    fingerprint: fingerprint({
      assignment: assignment.id,
      reference: reference?.referenceId ?? '',
      policy: definition.id,
      resourceType: resource.subject.type,
      resourceName: canonicalName(resource.displayName),
      resourceGroup: typeof resourceGroup === 'string' ? resourceGroup : '',
      path: reasons[0]?.reason.path ?? '',
    }),
    verdict,
    effect: effectInForce(item),
    severity: severityOf(assigned, severities),
    policy: {
      id: definition.id,
      name: definition.name,
      displayName: definition.displayName || definition.name,
      description: assigned.message ?? definition.description,
      category: typeof definition.metadata.category === 'string' ? definition.metadata.category : '',
      version: definition.version,
    },
    assignment: {
      id: assignment.id,
      displayName: assignment.displayName,
      scope: assignment.scope.slice(assignment.scope.lastIndexOf('/') + 1),
      ...(initiative === undefined
        ? {}
        : { initiative: initiative.displayName, referenceId: reference?.referenceId }),
    },
    controls: controlsOf(assigned),
    resource: {
      id: String(resource.expanded.id),
      name: shownName(resource.displayName),
      type: resource.subject.type,
    },
    message: messageOf(item, reasons),
    reasons: reasons.map((one): Reason => one.reason),
    place,
    origins,
    unknownBecause: unknownTexts(item),
    remediation: remediationOf(item),
  };
}

/** The decisive conditions, the one that says best what to change first. */
function locatedReasons(item: DeploymentEvaluation): LocatedReason[] {
  const { evaluation, resource, assigned } = item;
  const { condition, existence, verdict } = evaluation;
  if (condition === undefined || verdict === 'error') return [];
  const outcome = condition.outcome === 'unknown' ? 'unknown' : 'true';
  // Where a related resource is missing, the rule's own conditions only say which resources are meant.
  if (existence !== undefined && outcome === 'true') return [];
  const reasons = decisiveLeaves(condition, outcome)
    .map((leaf) => explainLeaf(leaf, resource.expanded.instance, assigned.policy.definition.displayName))
    .sort((a, b) => Number(isAltered(b, item)) - Number(isAltered(a, item)) || b.weight - a.weight);
  const telling = reasons.filter((one) => one.weight >= 0);
  return telling.length > 0 ? telling : reasons;
}

/** Whether a reason is about a field that the policy changes. */
function isAltered({ reason }: LocatedReason, { alterations }: DeploymentEvaluation): boolean {
  return alterations.some((one) => fold(one.field) === fold(reason.expression));
}

/** Without enforcement a denial is only recorded; an append or modify that cannot be made is one. */
function effectInForce({ assigned, alterations }: DeploymentEvaluation): string {
  const { name } = assigned.policy.effect;
  if (alterations.some((one) => one.outcome === 'conflict')) return assigned.enforced ? 'deny' : 'audit';
  return name === 'deny' && !assigned.enforced ? 'audit' : name;
}

function messageOf(item: DeploymentEvaluation, reasons: readonly LocatedReason[]): string {
  const { evaluation, alterations, assigned } = item;
  const { existence, verdict } = evaluation;
  if (verdict === 'error')
    return `the policy cannot be evaluated: ${evaluation.reason ?? 'a function fails'}`;
  if (verdict === 'not-evaluated') return evaluation.reason ?? 'it cannot be evaluated here';
  const conflict = alterations.find((one) => one.outcome === 'conflict');
  if (conflict !== undefined) return `${conflict.field}: ${conflict.reason ?? 'the change is not possible'}`;
  const changes = alterations.filter((one) => one.outcome === 'applied');
  if (changes.length > 0)
    return [
      ...reasons.slice(0, 1).flatMap((one) => (isAltered(one, item) ? one.reason.text : [])),
      ...changes.map(describeAlteration),
    ].join('; ');
  if (existence !== undefined && existence.satisfied !== 'true') {
    const related = relatedTypeName(item);
    if (existence.candidates.length === 0)
      return `this deployment has no ${related} for it${verdict === 'unknown' ? '; one may exist outside' : ''}`;
    return verdict === 'unknown'
      ? `whether a ${related} of this deployment is as the policy wants it is not known`
      : `no ${related} in this deployment is as the policy wants it`;
  }
  const best = reasons[0];
  return best === undefined
    ? `the resource is what the policy ${assigned.policy.effect.denies ? 'denies' : 'looks for'}`
    : best.reason.text;
}

function describeAlteration({ operation, field, after }: Alteration): string {
  const name = field.slice(field.lastIndexOf('/') + 1);
  if (operation === 'remove') return `the policy removes ${name} on deployment`;
  const value = after === undefined ? 'nothing' : printValue(after);
  return operation === 'addOrReplace'
    ? `the policy sets ${name} to ${value} on deployment`
    : `the policy adds ${name} = ${value} on deployment`;
}

/** What the verdict waits for; a verdict that stands may still be about a resource that is not certain to be deployed. */
function unknownTexts(item: DeploymentEvaluation): string[] {
  const { evaluation, resource } = item;
  const folded = evaluation.existence?.query?.type;
  const causes = evaluation.unknownBecause.map(({ kind, name }) => {
    if (kind === 'parameter') return `${name} has no value`;
    return folded === undefined ? name : name.replace(folded, relatedTypeName(item));
  });
  const doubt = resource.expanded.uncertain;
  if (doubt !== undefined) causes.push(`whether the resource is deployed depends on ${doubt.expression}`);
  return [...new Set(causes)];
}

function remediationOf({ assigned, evaluation }: DeploymentEvaluation): string | undefined {
  const { definition, effect } = assigned.policy;
  const stated = definition.metadata.remediation;
  if (typeof stated === 'string') return stated;
  if (effect.name !== 'deployIfNotExists' || evaluation.verdict !== 'non-compliant') return undefined;
  return `the policy deploys ${relatedTypeOf(definition) ?? 'what is missing'} after this deployment; landguard explain shows the resources`;
}
