import { fold } from '../kernel/index.ts';
import { leavesOf } from './condition.ts';
import type { PolicyDefinition } from './definition.ts';
import type { Effect } from './effects/index.ts';
import { relatedTypeOf } from './related-type.ts';

/** Why a policy cannot be evaluated offline, whatever the resource. Such policies are reported, never counted as compliant. */
export type NotEvaluableReason =
  | "Microsoft-managed control: the result is Microsoft's own audit"
  | 'manual: the state comes from an attestation'
  | 'acts on the identity of a request: it has no result for resources'
  | 'Kubernetes mode: judged by the policy add-on inside the cluster'
  | 'data-plane mode: judged by the resource provider on the objects inside the resource'
  | 'acts on deletions only'
  | 'guest configuration: judged by the agent inside the machine'
  | 'Defender assessment: the result is computed by Microsoft Defender for Cloud'
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
      if (asksForIdentity(definition))
        return 'acts on the identity of a request: it has no result for resources';
      return reasonOfRelatedType.get(fold(relatedTypeOf(definition) ?? ''));
  }
}

/** Related types that only an agent or a service writes: no deployment can say what they will hold. */
const reasonOfRelatedType: ReadonlyMap<string, NotEvaluableReason> = new Map<string, NotEvaluableReason>([
  [
    'microsoft.guestconfiguration/guestconfigurationassignments',
    'guest configuration: judged by the agent inside the machine',
  ],
  [
    'microsoft.security/assessments',
    'Defender assessment: the result is computed by Microsoft Defender for Cloud',
  ],
]);

/** Whether the rule looks at `requestContext().identity`, which only a request has. */
function asksForIdentity({ rule }: PolicyDefinition): boolean {
  for (const leaf of leavesOf(rule.condition)) {
    const operands = [
      leaf.right,
      leaf.left.kind === 'field' || leaf.left.kind === 'fieldCount' ? leaf.left.field : leaf.left.value,
    ];
    if (
      operands.some(
        (operand) =>
          operand.kind === 'expression' &&
          /requestContext\(\)\s*\.\s*identity|requestContext\(\)\s*,\s*'identity'/i.test(operand.text),
      )
    )
      return true;
  }
  return false;
}
