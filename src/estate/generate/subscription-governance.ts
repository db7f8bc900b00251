import type { ValueObject } from '../../kernel/index.ts';
import { daysAfter } from './generated-id.ts';
import type { GeneratedSubscription } from './generated-subscription.ts';
import { guardrailsAssignmentId } from './policy-assignments.ts';
import { extensionOf } from './resource-row.ts';

const underGuardrails: ReadonlySet<string> = new Set(['corp', 'online']);

/** The exemption and the attestation that some subscriptions have: in turn a waiver, one that has expired, a mitigated one and an attestation. */
export function subscriptionGovernance(subscription: GeneratedSubscription, now: string): ValueObject[] {
  if (!underGuardrails.has(subscription.managementGroup)) return [];
  switch (subscription.number % 8) {
    case 1:
      return [
        exemption(
          subscription,
          'waiver',
          'Waiver',
          'The vaults move to the new network next quarter',
          daysAfter(now, 60),
        ),
      ];
    case 3:
      return [
        exemption(
          subscription,
          'expired-waiver',
          'Waiver',
          'Until the migration is done',
          daysAfter(now, -30),
        ),
      ];
    case 5:
      return [
        exemption(
          subscription,
          'mitigated',
          'Mitigated',
          'Logs go to the security team by another way',
          daysAfter(now, 200),
        ),
      ];
    case 7:
      return [attestation(subscription, now)];
    default:
      return [];
  }
}

function exemption(
  { id }: GeneratedSubscription,
  name: string,
  category: string,
  description: string,
  expiresOn: string,
): ValueObject {
  return extensionOf(id, 'Microsoft.Authorization/policyExemptions', `contoso-${name}`, {
    policyAssignmentId: guardrailsAssignmentId,
    policyDefinitionReferenceIds: ['records'],
    exemptionCategory: category,
    displayName: `Logs of key vaults: ${name}`,
    description,
    expiresOn,
    assignmentScopeValidation: 'Default',
    metadata: { requestedBy: 'cloud-platform@contoso.example' },
  });
}

function attestation({ id }: GeneratedSubscription, now: string): ValueObject {
  return extensionOf(id, 'Microsoft.PolicyInsights/attestations', 'contoso-access-reviewed', {
    policyAssignmentId: guardrailsAssignmentId.toLowerCase(),
    policyDefinitionReferenceId: 'reviews',
    complianceState: 'Compliant',
    owner: 'cloud-platform@contoso.example',
    assessmentDate: daysAfter(now, -20),
    expiresOn: daysAfter(now, 70),
    comments: 'All role assignments were looked at',
    evidence: [
      { description: 'Minutes of the review', sourceUri: 'https://wiki.contoso.example/access-review' },
    ],
    provisioningState: 'Succeeded',
  });
}
