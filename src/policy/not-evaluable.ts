import { fold } from '../kernel/index.ts';
import type { PolicyDefinition } from './definition.ts';
import type { Effect } from './effects/index.ts';

/** Why a policy cannot be evaluated offline, whatever the resource. Such policies are reported, never counted as compliant. */
export type NotEvaluableReason =
  | "Microsoft-managed control: the result is Microsoft's own audit"
  | 'manual: the state comes from an attestation'
  | 'Kubernetes mode: judged by the policy add-on inside the cluster'
  | 'data-plane mode: judged by the resource provider on the objects inside the resource'
  | 'acts on deletions only'
  | 'guest configuration: judged by the agent inside the machine'
  | 'needs the identity of a request'
  | 'resource provider effect: carried out by the resource provider';

/** The reason why a policy is not evaluable offline, if there is one (definition-structure-basics.md#mode, §1.2 and §1.3 effects). */
export function notEvaluableReason(
  definition: PolicyDefinition,
  effect: Effect,
): NotEvaluableReason | undefined {
  if (definition.policyType === 'Static')
    return "Microsoft-managed control: the result is Microsoft's own audit";
  const mode = fold(definition.mode);
  if (mode.startsWith('microsoft.')) {
    const isKubernetes = mode === 'microsoft.kubernetes.data' || mode === 'microsoft.containerservice.data';
    return isKubernetes
      ? 'Kubernetes mode: judged by the policy add-on inside the cluster'
      : 'data-plane mode: judged by the resource provider on the objects inside the resource';
  }
  switch (effect.kind) {
    case 'attestation':
      return 'manual: the state comes from an attestation';
    case 'deletion':
      return 'acts on deletions only';
    case 'provider':
      return 'resource provider effect: carried out by the resource provider';
    default:
      return isGuestConfiguration(definition)
        ? 'guest configuration: judged by the agent inside the machine'
        : undefined;
  }
}

/** An existence effect on guest configuration assignments reads results that only an agent can write. */
function isGuestConfiguration({ rule }: PolicyDefinition): boolean {
  const details = rule.details;
  if (details === null || typeof details !== 'object' || Array.isArray(details) || !('type' in details))
    return false;
  return (
    typeof details.type === 'string' &&
    fold(details.type) === 'microsoft.guestconfiguration/guestconfigurationassignments'
  );
}
